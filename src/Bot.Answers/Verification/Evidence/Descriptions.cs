using System.Collections.Immutable;
using Bot.Answers.Verification.Terms;
using Bot.Articles;
using Bot.Articles.Quotations.Grammar;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>Who is what: which offices and descriptions a text joins to which family names.</summary>
/// <remarks>
/// “Foreign Minister Sergey Lavrov”, “the bloc’s foreign policy chief, Kaja Kallas, …”, “Kallas, the foreign policy chief, …”, “Kallas is the foreign policy chief”.
/// An office is a word that names one; what belongs to it (“foreign policy”, “the bloc’s”) comes with it.
/// </remarks>
internal sealed class Descriptions
{
    private const int LongestDescription = 10;

    private readonly HashSet<(string Family, string Word)> _ties = [];
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);

    /// <summary>Everything that the paragraphs, and the articles' lists of speakers, say about who is what.</summary>
    public static Descriptions Of(ImmutableArray<ShownPassage> shown, SourceText source)
    {
        var descriptions = new Descriptions();
        foreach (var reading in source.Readings)
        {
            foreach (var (family, word) in reading.Descriptions)
            {
                descriptions.Add(family, word);
            }
        }

        foreach (var speaker in shown.Select(passage => passage.Article).DistinctBy(article => (article.Id, article.Version)).SelectMany(article => article.Speakers))
        {
            descriptions.Add(speaker);
        }

        return descriptions;
    }

    /// <summary>Stems of the family names in a text, each with the stem of a word that it describes them by.</summary>
    public static IEnumerable<(string Family, string Word)> Ties(string text, ImmutableArray<Word> words)
    {
        foreach (var (name, first, end) in In(text, words))
        {
            for (var i = first; i < end; i++)
            {
                if (!words[i].IsStop)
                {
                    yield return (words[name].Stem, words[i].Stem);
                }
            }
        }
    }

    /// <summary>The first person whom a statement calls what only others are called here; null when there is none.</summary>
    /// <param name="words">Of the statement.</param>
    public (string Name, string Description)? Misapplied(string statement, ImmutableArray<Word> words)
    {
        foreach (var (name, first, end) in In(statement, words))
        {
            for (var i = first; i < end; i++)
            {
                if ((Offices.Has(words[i].Text) || words[i].IsCapital) && _described.Contains(words[i].Stem) && !_ties.Contains((words[name].Stem, words[i].Stem)))
                {
                    return (statement[words[name].Start..words[name].End], statement[words[first].Start..words[end - 1].End]);
                }
            }
        }

        return null;
    }

    private void Add(Speaker speaker)
    {
        if (speaker.Role is { } role && Words.Read(speaker.Name) is [.., var family])
        {
            foreach (var word in Words.Read(role))
            {
                Add(family.Stem, word.Stem);
            }
        }
    }

    private void Add(string family, string word)
    {
        _ties.Add((family, word));
        _described.Add(word);
    }

    /// <summary>Indexes of each family name that is described, and of the words that describe it.</summary>
    private static IEnumerable<(int Name, int First, int End)> In(string text, ImmutableArray<Word> words)
    {
        for (var first = 0; first < words.Length; first++)
        {
            if (!IsPartOfName(words[first]))
            {
                continue;
            }

            var last = first;
            while (last + 1 < words.Length && IsPartOfName(words[last + 1]) && Between(text, words, last) is " " or "-" && (words[last].Traits & WordTraits.Possessive) == 0)
            {
                last++;
            }

            if (!Offices.Has(words[last].Text))
            {
                var own = OwnName(words, first, last);
                if (own > first)
                {
                    yield return (last, Before(text, words, own, last), own);
                }
                else if (Before(text, words, first, last) is var start && start < first)
                {
                    yield return (last, start, first);
                }

                if (Behind(text, words, last) is var (from, end))
                {
                    yield return (last, from, end);
                }
            }

            first = last;
        }
    }

    private static bool IsPartOfName(Word word) => word.IsCapital && !word.IsStop && !word.IsNumber;

    /// <summary>Where, in a run of words with capitals, the person’s own name begins: behind the last office.</summary>
    private static int OwnName(ImmutableArray<Word> words, int first, int last)
    {
        for (var i = last - 1; i >= first; i--)
        {
            if (Offices.Has(words[i].Text))
            {
                return i + 1;
            }
        }

        // “Secretary of State Marco Rubio”
        return first >= 2 && last > first && words[first - 1].Text == "of" && words[first - 2].IsCapital && Offices.Has(words[first - 2].Text) ? Math.Max(first + 1, last - 1) : first;
    }

    /// <summary>Where the description in front of a name begins; the name's own beginning when there is none.</summary>
    private static int Before(string text, ImmutableArray<Word> words, int name, int last)
    {
        var start = name;
        var office = false;
        for (var i = name - 1; i >= Math.Max(0, name - LongestDescription); i--)
        {
            var gap = Between(text, words, i);
            var apposed = gap == ", " && i == name - 1 && (last + 1 == words.Length || Between(text, words, last).StartsWith(','));
            if (!(apposed || Joins(gap)) || Wording.IsReport(words[i].Text)
                || (words[i].IsStop && !(words[i].Text is "of" or "for" or "the" or "at")))
            {
                break;
            }

            if (!office && i == name - 1 && !apposed && !Offices.Has(words[i].Text) && !IsPartOfName(words[i]))
            {
                break;
            }

            office |= Offices.Has(words[i].Text);
            start = i;
        }

        return office ? start : name;
    }

    /// <summary>The description behind a name, between commas or after “is”.</summary>
    private static (int From, int End)? Behind(string text, ImmutableArray<Word> words, int last)
    {
        if (last + 2 >= words.Length)
        {
            return null;
        }

        var from = last + 1;
        var gap = Between(text, words, last);
        if (gap == ", ")
        {
            from += words[from].Text == "who" && IsCopula(words[from + 1]) ? 2 : 0;
        }
        else if (gap == " " && IsCopula(words[from]))
        {
            from++;
        }
        else
        {
            return null;
        }

        var end = from;
        var office = false;
        while (end < words.Length && end - from < LongestDescription && (end == from || Joins(Between(text, words, end - 1))))
        {
            if (Wording.IsNegation(words[end].Text) || Wording.IsReport(words[end].Text) || words[end].Text is "and" or "but" or "who" or "whose" or "as" or "while")
            {
                break;
            }

            // “…, the minister Sergey Lavrov met” describes somebody else.
            if (office && IsPartOfName(words[end]) && Offices.Has(words[end - 1].Text))
            {
                return null;
            }

            office |= Offices.Has(words[end].Text);
            end++;
        }

        return office ? (from, end) : null;
    }

    private static bool IsCopula(Word word) => word.Text is "is" or "was" or "became" or "remains";

    private static bool Joins(string gap) => gap is " " or "-" or "’s " or "'s " or "’ " or "' ";

    private static string Between(string text, ImmutableArray<Word> words, int i) =>
        i + 1 < words.Length ? text[Math.Min(words[i].End, words[i + 1].Start)..words[i + 1].Start] : "";
}
