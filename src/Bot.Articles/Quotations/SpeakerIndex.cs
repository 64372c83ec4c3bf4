using System.Collections.Immutable;
using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations;

/// <summary>Finds the speakers of an article by any part of their name, with or without accents, with a typo.</summary>
public sealed class SpeakerIndex
{
    private readonly ImmutableArray<(Speaker Speaker, ImmutableArray<ImmutableArray<string>> Forms)> _entries;

    public SpeakerIndex(ImmutableArray<Speaker> speakers)
    {
        Speakers = speakers;
        _entries = [.. speakers.Select(speaker => (speaker, speaker.Aliases.Insert(0, speaker.Name).Select(OwnWords).ToImmutableArray()))];
    }

    /// <summary>All of them, most quoted first.</summary>
    public ImmutableArray<Speaker> Speakers { get; }

    /// <summary>
    /// The speakers whose name holds every word asked for; several when the words fit several equally well (a shared family name), most quoted first.
    /// An exact word outweighs a beginning (“Kall” for Kallas), which outweighs a typo (“Kalas”). When no name fits, an office is looked for
    /// (“foreign policy chief”). Empty when nobody fits.
    /// </summary>
    public ImmutableArray<Speaker> Find(string name)
    {
        var asked = Words(name);
        if (asked.IsEmpty)
        {
            return [];
        }

        var best = 0;
        var found = ImmutableArray.CreateBuilder<Speaker>();
        foreach (var (speaker, forms) in _entries)
        {
            var score = forms.Max(form => Fit(asked, form));
            if (score > best)
            {
                best = score;
                found.Clear();
            }

            if (score == best && score > 0)
            {
                found.Add(speaker);
            }
        }

        return found.Count > 0 ? found.ToImmutable()
            : [.. Speakers.Where(speaker => speaker.Role is { } role && Array.TrueForAll(AllWords(name), word => AllWords(role).Contains(word, StringComparer.Ordinal)))];
    }

    /// <summary>The speakers that somebody may have meant who asked for a name that <see cref="Find"/> does not know: it stands in what they are called
    /// (“Putin’s envoy”), or most of its letters do.</summary>
    public ImmutableArray<Speaker> Near(string name)
    {
        var asked = Words(name);
        return [.. Speakers.Where(speaker => speaker.Aliases.Insert(0, speaker.Name).Append(speaker.Role ?? "").Any(form => Words(form).Any(part => asked.Any(word => IsNear(word, part)))))];
    }

    private static bool IsNear(string asked, string part) =>
        asked.Length > 2 && (part == asked || (part.Length > 3 && asked[0] == part[0] && Typo.Distance(asked, part) <= Math.Max(asked.Length, part.Length) / 3));

    /// <summary>The words of a name that are its bearer's: not the owner in “Putin’s envoy”, nor the office in “a spokesman for Luz”.</summary>
    private static ImmutableArray<string> OwnWords(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var described = words.Length > 0 && Array.Exists(words, word => char.IsLower(word[0]) && (WordClasses.Of(word) & (WordClass.Role | WordClass.Kin | WordClass.Person)) != 0);
        var owner = described ? Array.FindLastIndex(words, word => word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith('’')) : -1;
        var office = described ? Array.FindIndex(words, owner + 1, word => word is "for" or "of" or "to") : -1;
        return Words(string.Join(' ', words[(owner + 1)..(office < 0 ? words.Length : office)]));
    }

    /// <summary>0 when a word asked for is missing; the weakest word decides, so that “Jon Smith” does not find Ann Smith.</summary>
    private static int Fit(ImmutableArray<string> asked, ImmutableArray<string> form) =>
        asked.Min(word => form.Select(part => Fit(word, part)).DefaultIfEmpty(0).Max());

    private static int Fit(string asked, string part) =>
        part == asked ? 3 : asked.Length >= 3 && part.StartsWith(asked, StringComparison.Ordinal) ? 2 : Typo.Is(asked, part) ? 1 : 0;

    /// <summary>Folded words without articles, with the offices that a name goes without: “the secretary-general”.</summary>
    private static string[] AllWords(string name) =>
        Array.FindAll(NameWords.Fold(name).Split([' ', '.', ',', '-', '\'', '\u00A0'], StringSplitOptions.RemoveEmptyEntries), word => (WordClasses.Of(word) & WordClass.Determiner) == 0);

    /// <summary>Folded words; honorifics and articles are dropped while another word is left.</summary>
    private static ImmutableArray<string> Words(string name)
    {
        var words = AllWords(name);
        var bare = Array.FindAll(words, word => (WordClasses.Of(word) & (WordClass.Determiner | WordClass.Title)) == 0);
        return [.. bare.Length > 0 ? bare : words];
    }
}
