using System.Collections.Immutable;

namespace Bot.Articles.Quotations;

/// <summary>Finds the speakers of an article by any part of their name, with or without accents, with a typo.</summary>
public sealed class SpeakerIndex
{
    private readonly ImmutableArray<(Speaker Speaker, ImmutableArray<ImmutableArray<string>> Forms)> _entries;

    public SpeakerIndex(ImmutableArray<Speaker> speakers)
    {
        Speakers = speakers;
        _entries = [.. speakers.Select(speaker => (speaker, speaker.Aliases.Insert(0, speaker.Name).Select(Words).ToImmutableArray()))];
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
            : [.. Speakers.Where(speaker => speaker.Role is { } role && Words(role) is var office && asked.All(word => office.Contains(word)))];
    }

    /// <summary>0 when a word asked for is missing; the weakest word decides, so that “Jon Smith” does not find Ann Smith.</summary>
    private static int Fit(ImmutableArray<string> asked, ImmutableArray<string> form) =>
        asked.Min(word => form.Select(part => Fit(word, part)).DefaultIfEmpty(0).Max());

    private static int Fit(string asked, string part) =>
        part == asked ? 3 : asked.Length >= 3 && part.StartsWith(asked, StringComparison.Ordinal) ? 2 : Typo.Is(asked, part) ? 1 : 0;

    /// <summary>Folded words; honorifics and articles are dropped while another word is left.</summary>
    private static ImmutableArray<string> Words(string name)
    {
        var words = NameWords.Fold(name).Split([' ', '.', ',', '-', '\'', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var bare = Array.FindAll(words, word => (WordClasses.Of(word) & (WordClass.Determiner | WordClass.Title)) == 0);
        return [.. bare.Length > 0 ? bare : words];
    }
}
