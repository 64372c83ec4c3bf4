using System.Collections.Frozen;
using Bot.Language;

namespace Bot.Articles.Quotations.Grammar;

/// <summary>Closed word classes and the open ones that reporting leans on.</summary>
/// <remarks>The lists live in <c>Data/quotations</c> of the language project, one file a class.</remarks>
internal static class WordClasses
{
    private static readonly (string List, WordClass Kind)[] Lists =
    [
        ("determiners", WordClass.Determiner), ("prepositions", WordClass.Preposition), ("conjunctions", WordClass.Conjunction), ("relatives", WordClass.Relative),
        ("auxiliaries", WordClass.Auxiliary), ("adverbs", WordClass.Adverb), ("he", WordClass.He), ("she", WordClass.She), ("they", WordClass.They),
        ("pronouns", WordClass.OtherPronoun), ("thinks", WordClass.Thinks), ("verbs", WordClass.Verb), ("titles", WordClass.Title), ("roles", WordClass.Role),
        ("plural-roles", WordClass.Plural | WordClass.Role), ("kin", WordClass.Kin), ("organisations", WordClass.Organisation), ("demonyms", WordClass.Demonym),
        ("male-names", WordClass.Male | WordClass.Given), ("female-names", WordClass.Female | WordClass.Given), ("speech-nouns", WordClass.SpeechNoun),
        ("works", WordClass.Work), ("calendar", WordClass.Calendar), ("places", WordClass.Place), ("particles", WordClass.Particle), ("openers", WordClass.Common),
        ("reporting-forms", WordClass.Reports), ("loose-forms", WordClass.Reports | WordClass.Loose), ("persons", WordClass.Person), ("groups", WordClass.Group),
    ];

    private static readonly Dictionary<string, WordClass> Words = Build();
    private static readonly Dictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Modality>.AlternateLookup<ReadOnlySpan<char>> ModalityLookup = BuildModalities().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] RoleEndings = [.. WordList.Words("quotations/role-endings")];

    /// <summary>“Oppositionsführer”: a long German word that ends in an office.</summary>
    public static bool EndsInRole(ReadOnlySpan<char> word)
    {
        foreach (var ending in RoleEndings)
        {
            if (word.Length >= 8 && word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the clause around a verb of saying takes it back or passes it on.</summary>
    public static Modality Modality(ReadOnlySpan<char> word) => ModalityLookup.TryGetValue(word, out var found) ? found : Grammar.Modality.None;

    /// <summary>Case does not count; a full stop at the end of an abbreviation is not part of the word.</summary>
    public static WordClass Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var found) ? found : WordClass.None;

    private static Dictionary<string, WordClass> Build()
    {
        var words = new Dictionary<string, WordClass>(24_000, StringComparer.OrdinalIgnoreCase);
        void Add(string word, WordClass kind) => words[word] = words.GetValueOrDefault(word) | kind;
        foreach (var (list, kind) in Lists)
        {
            foreach (var word in WordList.Words($"quotations/{list}"))
            {
                Add(word, kind);
            }
        }

        foreach (var (list, kind) in new[] { ("reporting-verbs", WordClass.None), ("loose-verbs", WordClass.Loose) })
        {
            foreach (var verb in WordList.Words($"quotations/{list}"))
            {
                var forms = verb.Split('/');
                Add(forms[0], WordClass.Report | kind);
                Add(ThirdPerson(forms[0]), WordClass.Reports | kind);
                Add(Gerund(forms[0]), WordClass.Reporting | kind);
                Add(forms.Length > 1 ? forms[1] : Past(forms[0]), WordClass.Reports | kind);
                if (forms.Length > 2)
                {
                    Add(forms[2], WordClass.Reports | kind);
                }
            }
        }

        return words;
    }

    private static FrozenDictionary<string, Modality> BuildModalities()
    {
        var words = new Dictionary<string, Modality>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, kind) in new[]
        {
            ("negations", Grammar.Modality.Negation), ("denials", Grammar.Modality.Denial), ("falsehoods", Grammar.Modality.Falsehood),
            ("hearsay", Grammar.Modality.Hearsay), ("accusers", Grammar.Modality.Accuser),
        })
        {
            foreach (var word in WordList.Words($"quotations/{list}"))
            {
                words[word] = words.GetValueOrDefault(word) | kind;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string ThirdPerson(string verb) => verb switch
    {
        [.. var stem, 'y'] when !IsVowel(stem[^1]) => stem + "ies",
        [.., 's' or 'x' or 'z' or 'o'] or [.., 's' or 'c', 'h'] => verb + "es",
        _ => verb + "s",
    };

    private static string Past(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.. var stem, 'y'] when !IsVowel(stem[^1]) => stem + "ied",
        _ when Doubles(verb) => verb + verb[^1] + "ed",
        _ => verb + "ed",
    };

    private static string Gerund(string verb) => verb switch
    {
        [.. var stem, 'i', 'e'] => stem + "ying",
        [.. var stem, 'e'] when stem[^1] != 'e' => stem + "ing",
        _ when Doubles(verb) => verb + verb[^1] + "ing",
        _ => verb + "ing",
    };

    /// <summary>quip → quipped: one syllable of consonant, vowel, consonant.</summary>
    private static bool Doubles(string verb)
    {
        var onset = verb.StartsWith("qu", StringComparison.Ordinal) ? verb[2..] : verb;
        return onset.Count(IsVowel) == 1 && IsVowel(verb[^2]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y');
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
