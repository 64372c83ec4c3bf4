using System.Text;

namespace Bot.Answers.Quoting;

/// <summary>A text as it is compared with quotations of it: typography levelled, words untouched, every unit traceable to where it stood.</summary>
/// <remarks>Quotation marks of every kind become one, dashes another, runs of white space one blank; blanks next to a dash and invisible characters go. Case stays.</remarks>
internal sealed class QuotableText
{
    private readonly (int From, int Offset)[] _shifts;

    public QuotableText(string text)
    {
        var level = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = Level(text[i]);
            var last = level.Length == 0 ? '\0' : level[^1];
            switch (c)
            {
                case '\0':
                case ' ' when level.Length == 0 || last is ' ' or '-':
                case '-' when last == '-':
                case '"' when last == '"' && text[i] is '\'' or '`' or '’' or '‘':
                    continue;
                case '-' when last == ' ':
                    level.Length--;
                    origins.RemoveAt(origins.Count - 1);
                    if (level.Length > 0 && level[^1] == '-')
                    {
                        continue;
                    }

                    break;
                case '…':
                    level.Append("..");
                    origins.AddRange([i, i]);
                    c = '.';
                    break;
            }

            level.Append(c);
            origins.Add(i);
        }

        Text = level.Equals(text) ? text : level.ToString();
        _shifts = [.. Shifts(origins)];
    }

    public string Text { get; }

    /// <summary>Where the unit at <paramref name="index"/> stood in the text as given.</summary>
    public int Origin(int index)
    {
        var last = _shifts.Length - 1;
        while (last >= 0 && _shifts[last].From > index)
        {
            last--;
        }

        return index + (last < 0 ? 0 : _shifts[last].Offset);
    }

    /// <summary>From where on the units stood how much further on: most texts have few of those, and they are kept.</summary>
    private static IEnumerable<(int From, int Offset)> Shifts(List<int> origins)
    {
        var offset = 0;
        for (var i = 0; i < origins.Count; i++)
        {
            if (origins[i] - i != offset)
            {
                offset = origins[i] - i;
                yield return (i, offset);
            }
        }
    }

    private static char Level(char c) => c switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' or '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' or '\'' or '‹' or '›' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };
}
