using System.Collections.Immutable;

namespace Bot.Articles.Quotations.Detection;

/// <summary>Which marks an article puts around speech, told from the marks themselves.</summary>
/// <param name="SingleOutside">British: ‘…’ around speech, “…” inside it.</param>
/// <param name="GuillemetsPointInwards">German books and Danish: »…« in place of «…».</param>
internal readonly record struct MarkStyle(bool SingleOutside, bool GuillemetsPointInwards)
{
    public static MarkStyle Detect(ImmutableArray<Paragraph> paragraphs)
    {
        int doubles = 0, singles = 0, outwards = 0, inwards = 0;
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Text;
            var insideSingle = -1;
            if (text.AsSpan().IndexOfAny('«', '»') is var first && first >= 0)
            {
                // Whichever stands first in a paragraph opens.
                (outwards, inwards) = text[first] == '«' ? (outwards + 1, inwards) : (outwards, inwards + 1);
            }

            for (var i = 0; i < text.Length; i++)
            {
                switch (text[i])
                {
                    case '"' or '“' or '„' or '”' when Marks.Opens(text, i) && insideSingle < 0:
                        doubles++;
                        break;
                    case '‘' or '\'' when insideSingle < 0 && Marks.OpensSingle(text, i):
                        insideSingle = i;
                        break;
                    case '’' or '\'' when insideSingle >= 0 && Marks.ClosesSingle(text, i):
                        // Speech carries its punctuation inside the marks or runs over several words; a title or a scare quote seldom does both.
                        if (Marks.IsSentencePunctuation(text[i - 1]) || text.AsSpan(insideSingle, i - insideSingle).Count(' ') >= 3)
                        {
                            singles++;
                        }

                        insideSingle = -1;
                        break;
                }
            }
        }

        return new MarkStyle(singles > doubles && outwards + inwards == 0, inwards > outwards);
    }
}
