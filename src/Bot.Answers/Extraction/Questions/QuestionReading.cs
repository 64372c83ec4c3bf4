using System.Collections.Immutable;
using Bot.Language;

namespace Bot.Answers.Extraction.Questions;

/// <summary>What a question is about and what would answer it.</summary>
internal sealed class QuestionReading
{
    private static readonly string[] Reporting =
        ["say", "said", "describe", "described", "call", "called", "react", "reacted", "respond", "responded", "comment", "commented", "claim", "claimed", "warn", "warned", "tell", "told", "think", "characterize", "characterise", "quote", "quoted"];

    private static readonly string[] Auxiliaries =
        ["is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "should", "must", "may", "might"];

    private static readonly string[] QuestionWords = ["who", "whom", "whose", "what", "which", "when", "where", "why", "how"];

    // Nouns after “what” or “which” that ask for a day or a number rather than for a thing of that sort.
    private static readonly string[] Times = ["year", "date", "day", "month", "time", "century", "decade", "week", "season", "era", "period"];
    private static readonly string[] Amounts =
        ["percentage", "percent", "share", "number", "amount", "proportion", "portion", "population", "cost", "price", "age", "size", "length", "height", "distance", "rate", "speed", "weight", "temperature", "fraction", "score"];

    private static readonly string[] Measures =
        ["many", "much", "long", "far", "old", "tall", "high", "large", "big", "often", "fast", "deep", "wide", "heavy", "late", "early", "soon", "few", "little", "hot", "cold", "strong"];

    private static readonly string[] Places = ["country", "city", "state", "place", "region", "town", "location", "continent", "county", "province", "island", "area"];

    private QuestionReading(string text, ImmutableArray<Word> words, ImmutableArray<QuestionTerm> terms, QuestionKind kind, int focus)
    {
        Text = text;
        Words = words;
        Terms = terms;
        Kind = kind;
        Focus = focus;
        Predicate = FindPredicate();
    }

    public string Text { get; }

    public ImmutableArray<Word> Words { get; }

    /// <summary>The distinct words that say what is asked about, in the question's order; at least one unless the question has no word.</summary>
    public ImmutableArray<QuestionTerm> Terms { get; }

    public QuestionKind Kind { get; }

    /// <summary>Index of the term naming the sort of thing asked for (“country” of “which country”), or -1.</summary>
    public int Focus { get; }

    /// <summary>Index of the term that says what is done: “released” in “When was X released”; -1 when none stands out.</summary>
    public int Predicate { get; }

    /// <summary>“Which countries…”, “What kinds of…”, “List the…”: more than one thing would answer.</summary>
    public bool AsksForSeveral => (Focus >= 0 && Kind is QuestionKind.Which or QuestionKind.Where && IsPlural(Terms[Focus].Word.Text))
        || (Words.Length > 0 && Words[0].Text is "list" or "name");

    /// <summary>“How long…”, “How old…”: a number with its unit would answer.</summary>
    public bool AsksForMeasure => Kind == QuestionKind.HowMany && Words.Any(word => word.Text is "long" or "far" or "old" or "tall" or "high" or "large" or "big" or "fast" or "deep" or "wide");

    /// <summary>“Why did X…”, “When will X…”: its verb is in the plain form.</summary>
    public bool HasAuxiliary => Words.Any(word => Auxiliaries.Contains(word.Text));

    public static QuestionReading Read(string question)
    {
        var words = Bot.Language.Words.Read(question);
        var (kind, focusWord) = Classify(words);
        var terms = ImmutableArray.CreateBuilder<QuestionTerm>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var focus = -1;
        var allCapitals = words.Length > 3 && words.Count(word => word.IsCapital) > words.Length * 0.7;
        for (var i = 0; i < words.Length && terms.Count < MostTerms; i++)
        {
            var word = words[i];
            if (word.IsStop || (word.Text == "come" && i > 0 && words[i - 1].Text == "how") || !seen.Add(word.Stem))
            {
                continue;
            }

            focus = i == focusWord ? terms.Count : focus;
            terms.Add(new QuestionTerm(word, word.IsNumber ? TermSort.Number : word.IsCapital && i > 0 && !allCapitals ? TermSort.Name : TermSort.Other));
        }

        if (terms.Count == 0)
        {
            foreach (var word in words.Where(word => seen.Add(word.Stem)).Take(MostTerms))
            {
                terms.Add(new QuestionTerm(word, TermSort.Other));
            }
        }

        return new QuestionReading(question, words, terms.ToImmutable(), kind, focus);
    }

    /// <summary>The first plain word after the auxiliary, one with a verb's ending before others; without an auxiliary, the first after the question word.</summary>
    private int FindPredicate()
    {
        var auxiliary = FirstOf(Auxiliaries);
        var from = auxiliary >= 0 ? auxiliary : FirstOf(QuestionWords);
        var (first, verb) = (-1, -1);
        for (var t = 0; t < Terms.Length; t++)
        {
            var word = Terms[t].Word;
            if ((from >= 0 && word.Start <= Words[from].Start) || word.IsCapital || word.IsNumber || word.IsStop || (auxiliary < 0 && t == Focus))
            {
                continue;
            }

            first = first < 0 ? t : first;
            verb = verb < 0 && auxiliary >= 0 && (word.Text.EndsWith("ed", StringComparison.Ordinal) || word.Text.EndsWith("ing", StringComparison.Ordinal)
                || word.Text.EndsWith("en", StringComparison.Ordinal)) ? t : verb;
        }

        return verb >= 0 ? verb : first;
    }

    private static bool IsPlural(string noun) => noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i');

    private int FirstOf(string[] words)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (words.Contains(Words[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    // Longer questions exist only to cost time.
    private const int MostTerms = 48;

    private static (QuestionKind Kind, int Focus) Classify(ImmutableArray<Word> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1].Text : string.Empty;
            switch (words[i].Text)
            {
                case "who" or "whom" or "who's":
                    return (words.Length - i <= 6 && next is "is" or "was" or "are" or "were" && OnlyNames(words, i + 2) ? QuestionKind.Definition : QuestionKind.Who, -1);
                case "whose":
                    return (QuestionKind.Who, -1);
                case "when":
                    return (QuestionKind.When, -1);
                case "where":
                    return (QuestionKind.Where, -1);
                case "why":
                    return (QuestionKind.Why, -1);
                case "how" when next == "come":
                    return (QuestionKind.Why, -1);
                case "how" when Measures.Contains(next):
                    return (QuestionKind.HowMany, FirstNoun(words, i + 2));
                case "how":
                    return (HasReporting(words, i) ? QuestionKind.Say : QuestionKind.How, -1);
                case "what" or "which" or "what's":
                    return ClassifyWhat(words, i);
                default:
                    break;
            }
        }

        return (words.Length > 0 && Auxiliaries.Contains(words[0].Text) ? QuestionKind.YesNo : QuestionKind.Other, -1);
    }

    private static (QuestionKind Kind, int Focus) ClassifyWhat(ImmutableArray<Word> words, int i)
    {
        var noun = FirstNoun(words, i + 1);
        var adjacent = noun >= 0 && words.AsSpan()[(i + 1)..noun].ToArray().All(word => !Auxiliaries.Contains(word.Text));
        var asked = noun >= 0 ? words[noun].Text : string.Empty;
        if (noun >= 0 && noun - i <= 4)
        {
            if (Times.Contains(asked) && adjacent)
            {
                return (QuestionKind.When, noun);
            }

            if (Amounts.Contains(asked))
            {
                return (QuestionKind.HowMany, noun);
            }

            if (asked is "reason" or "cause" or "caused" or "aim" or "purpose" or "motive" or "goal")
            {
                return (QuestionKind.Why, noun);
            }

            if (Places.Contains(asked) && adjacent)
            {
                return (QuestionKind.Where, noun);
            }
        }

        if (adjacent && !LooksLikeVerb(asked))
        {
            return (QuestionKind.Which, noun);
        }

        if (HasReporting(words, i))
        {
            return (QuestionKind.Say, -1);
        }

        var rest = words.Length - i;
        return rest <= 5 && i + 1 < words.Length && words[i + 1].Text is "is" or "are" or "was" or "were" ? (QuestionKind.Definition, -1)
            : noun >= 0 && i + 1 < words.Length && words[i + 1].Text is "is" or "are" or "was" or "were" ? (QuestionKind.Which, noun)
            : (QuestionKind.Other, -1);
    }

    // “What happened”, “what led to”: the word after “what” is no sort of thing.
    private static bool LooksLikeVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || Lexicon.Default.BaseForm(word) != word;

    private static bool HasReporting(ImmutableArray<Word> words, int i)
    {
        for (var k = i + 1; k < words.Length; k++)
        {
            if (Reporting.Contains(words[k].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OnlyNames(ImmutableArray<Word> words, int i) =>
        i < words.Length && words.AsSpan()[i..].ToArray().All(word => word.IsCapital);

    private static int FirstNoun(ImmutableArray<Word> words, int i)
    {
        for (; i < words.Length; i++)
        {
            // “which two senators”: the sort is the last of the words before a verb, but the first content word is right more often.
            if (!words[i].IsStop && !words[i].IsNumber)
            {
                return i;
            }
        }

        return -1;
    }
}

internal readonly record struct QuestionTerm(Word Word, TermSort Sort);

internal enum TermSort
{
    Other,

    /// <summary>Written with a capital inside the question.</summary>
    Name,
    Number,
}
