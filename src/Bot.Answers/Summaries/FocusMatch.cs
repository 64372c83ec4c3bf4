using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>
/// How near sentences are to a topic or a person: by the same words, by words that mean the same or a kind of it, by people who are described so, and by what
/// the sentences mean as a whole.
/// </summary>
public sealed class FocusMatch
{
    // Cosine of two words' vectors from which one of them is enough, and from which two are.
    private const float Kin = 0.48f;
    private const float Akin = 0.38f;
    private const double LeastNear = 0.5;

    // “Russian Foreign Minister Sergey Lavrov”: a description this many words before a name is that person's.
    private const int DescriptionReach = 4;
    private const double PersonWeight = 0.9;

    // The word itself, or a person; words that are only akin must be borne out by what the sentence means, where that is known.
    private const double Certain = 0.9;

    private readonly Word[] _wanted;
    private readonly int[] _ids;
    private readonly Dictionary<string, double>[] _known;
    private readonly HashSet<string> _people;
    private readonly TopicMeaning? _meaning;
    private readonly Lazy<ILookup<int, SummarySentence>> _sentences;

    /// <param name="meanings">Null where no model reads.</param>
    public FocusMatch(Article article, string focus, ISentenceMeanings? meanings = null)
    {
        _meaning = TopicMeaning.Of(article, focus, meanings);
        _sentences = new(() => SummarySentence.AllOf(article).ToLookup(sentence => sentence.Paragraph.Number));
        var words = Words.Read(focus);
        _wanted = [.. words.Where(word => !word.IsStop).DefaultIfEmpty(words.FirstOrDefault()).Where(word => word.Text is not null)];
        _ids = [.. _wanted.Select(word => Lexicon.Default.Find(word.Text))];
        _known = [.. _wanted.Select(_ => new Dictionary<string, double>(StringComparer.Ordinal))];
        _people = PeopleDescribed(article);
    }

    /// <summary>From 0 to 1; 0 when nothing of the sentences around a quotation bears on it.</summary>
    public double Near(Quotation quotation) =>
        _sentences.Value[quotation.Paragraph].Where(sentence => sentence.Start < quotation.End && quotation.Start < sentence.End).Select(Near).DefaultIfEmpty(0).Max();

    /// <summary>From 0 to 1; 0 when a sentence does not bear on it.</summary>
    internal double Near(SummarySentence sentence)
    {
        var near = _wanted.Length == 0 ? 0 : ByWords(sentence);
        if (near >= Certain || _meaning?.CosineOf(sentence.Paragraph.Number, sentence.Start, sentence.End) is not { } cosine)
        {
            return near;
        }

        return _meaning.IsNear(cosine) ? Math.Max(near, cosine) : _meaning.Supports(cosine) ? near : 0;
    }

    private double ByWords(SummarySentence sentence)
    {
        var near = Meaning(sentence.Words.Concat(sentence.Speech.SelectMany(speech => speech.Speakers.Append(speech.Role ?? "")).SelectMany(name => Words.Read(name))));
        if (near < PersonWeight && _people.Count > 0 && sentence.Words.Any(word => word.IsCapital && _people.Contains(word.Text)))
        {
            near = PersonWeight;
        }

        return near >= LeastNear ? near : 0;
    }

    private double Meaning(IEnumerable<Word> words)
    {
        var best = new double[_wanted.Length];
        var second = new double[_wanted.Length];
        foreach (var word in words.Where(word => !word.IsStop || word.IsCapital).DistinctBy(word => word.Stem))
        {
            for (var i = 0; i < best.Length; i++)
            {
                var meaning = Meaning(i, word);
                (best[i], second[i]) = meaning > best[i] ? (meaning, best[i]) : (best[i], Math.Max(second[i], meaning));
            }
        }

        // A single word that is only akin may be chance.
        return best.Zip(second).Average(pair => pair.First >= Kin ? Math.Max(LeastNear, pair.First) : pair.Second >= Akin ? LeastNear : 0);
    }

    /// <summary>How far a word stands for one that is wanted.</summary>
    private double Meaning(int wanted, Word word)
    {
        if (_wanted[wanted].Stem == word.Stem)
        {
            return 1;
        }

        var key = word.IsCapital ? word.Text : $"{word.Text} ";
        if (!_known[wanted].TryGetValue(key, out var meaning))
        {
            _known[wanted][key] = meaning = Relation(_ids[wanted], _wanted[wanted].Text, word.Text, isName: word.IsCapital);
        }

        return meaning;
    }

    /// <param name="isName">Names stand for nothing but themselves: China is no Russia.</param>
    private static double Relation(int wanted, string text, string word, bool isName)
    {
        if (Metonyms.Of(text).Contains(word))
        {
            return 1;
        }

        var other = Lexicon.Default.Find(word);
        if (wanted < 0 || other < 0)
        {
            return 0;
        }

        var related = Lexicon.Default.RelativesOf(wanted).FirstOrDefault(relative => relative.Id == other);
        var weight = related.Relation is Bot.Language.Relation.Synonym or Bot.Language.Relation.Derivation or Bot.Language.Relation.Narrower ? related.Weight : 0;
        var likeness = isName ? 0 : Lexicon.Default.Likeness(wanted, other);
        return Math.Max(weight, likeness >= Akin ? likeness : 0);
    }

    /// <summary>Last names of people whom the article describes by what is wanted.</summary>
    private HashSet<string> PeopleDescribed(Article article)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        if (_wanted.Length != 1)
        {
            return people;
        }

        foreach (var paragraph in article.Paragraphs)
        {
            foreach (var sentence in paragraph.Sentences)
            {
                var text = paragraph.TextOf(sentence);
                var words = Words.Read(text);
                for (var i = 0; i < words.Length; i++)
                {
                    if (words[i].IsCapital && Meaning(0, words[i]) >= 1)
                    {
                        var end = words[Math.Min(words.Length - 1, i + DescriptionReach)].End;
                        people.UnionWith(PronounNote.PeopleIn(text[words[i].End..end]).Take(1).Select(name => Words.Fold(name.AsSpan(name.LastIndexOf(' ') + 1))));
                    }
                }
            }
        }

        return people;
    }
}
