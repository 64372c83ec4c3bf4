using System.Collections.Frozen;

namespace Bot.Articles.Quotations;

/// <summary>Closed word classes and the open ones that reporting leans on.</summary>
/// <remarks>The lists live in the other parts of this class, one file a theme.</remarks>
internal static partial class WordClasses
{
    private static readonly FrozenDictionary<string, WordClass> Words = Build();
    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Case does not count; a full stop at the end of an abbreviation is not part of the word.</summary>
    public static WordClass Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var found) ? found : WordClass.None;

    private static FrozenDictionary<string, WordClass> Build()
    {
        var words = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        void Add(WordClass kind, string list)
        {
            foreach (var word in list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.GetValueOrDefault(word) | kind;
            }
        }

        Add(WordClass.Determiner, Determiners);
        Add(WordClass.Preposition, Prepositions);
        Add(WordClass.Conjunction, Conjunctions);
        Add(WordClass.Relative, "who whom whose which that qui dont der die das");
        Add(WordClass.Auxiliary, Auxiliaries);
        Add(WordClass.Adverb, Adverbs);
        Add(WordClass.He, "he him his il lui er ihm");
        Add(WordClass.She, "she her hers elle sie");
        Add(WordClass.They, "they them their theirs ils elles both");
        Add(WordClass.OtherPronoun, "i we you it us me my our your its this these those someone somebody anyone nobody everyone je nous vous on ich wir");
        Add(WordClass.Thinks, "think thinks thought thinking believe believes believed believing feel feels felt feeling hope hopes hoped hoping fear fears feared "
            + "wonder wonders wondered wondering consider considers considered considering expect expects expected want wants wanted know knows knew "
            + "suppose supposed reckon reckons reckoned guess guessed imagine imagined see sees saw seeing");
        Add(WordClass.Verb, Verbs);
        Add(WordClass.Title, Titles);
        Add(WordClass.Role, Roles);
        Add(WordClass.Plural | WordClass.Role, PluralRoles);
        Add(WordClass.Kin, Kin);
        Add(WordClass.Organisation, Organisations);
        Add(WordClass.Demonym, Demonyms);
        Add(WordClass.Male | WordClass.Given, MaleNames);
        Add(WordClass.Female | WordClass.Given, FemaleNames);
        Add(WordClass.SpeechNoun, SpeechNouns);
        Add(WordClass.Work, Works);
        Add(WordClass.Calendar, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
            + "dec monday tuesday wednesday thursday friday saturday sunday christmas easter thanksgiving lundi mardi mercredi jeudi vendredi samedi dimanche montag "
            + "dienstag mittwoch donnerstag freitag samstag sonntag");
        Add(WordClass.Place, Places);
        Add(WordClass.Particle, "de da del della di du la le van von der den ter bin ibn al el dos das y e zu zur af abu ben o'");
        Add(WordClass.Common, CommonOpeners);
        AddVerbs(words);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void AddVerbs(Dictionary<string, WordClass> words)
    {
        void Add(string word, WordClass kind) => words[word] = words.GetValueOrDefault(word) | kind;

        void AddForms(string list, WordClass kind)
        {
            foreach (var verb in list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
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

        AddForms(ReportingVerbs, WordClass.None);
        AddForms(LooseVerbs, WordClass.Loose);
        foreach (var form in LooseForms.Split(' '))
        {
            Add(form, WordClass.Reports | WordClass.Loose);
        }

        foreach (var form in FinishedForms.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            Add(form, WordClass.Reports);
        }
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
