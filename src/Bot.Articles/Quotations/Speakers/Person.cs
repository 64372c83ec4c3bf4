using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

internal enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>Somebody, or some body, that the article names; forms of the same name are one person.</summary>
internal sealed class Person
{
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);

    public Person(string[] name) => Words = name;

    /// <summary>The fullest form so far, word by word, without honorifics.</summary>
    public string[] Words { get; private set; }

    public string Name => string.Join(' ', Words);

    public string Family => NameWords.FamilyOf(Words);

    public Gender Gender { get; set; }

    public string? Role { get; set; }

    /// <summary>Named with a given name, an honorific, an office or an age at least once.</summary>
    public bool IsHuman { get; set; }

    /// <summary>The full name stands only in a headline or in other people's words.</summary>
    public bool OnlyHeard { get; set; }

    /// <summary>Stands in the line of the author.</summary>
    public bool IsAuthor { get; set; }

    /// <summary>Nothing in the name speaks against a person: no place, no body, no acronym.</summary>
    public bool MayBeHuman => IsHuman || (!Array.Exists(Words, word => (WordClasses.Of(word) & (WordClass.Place | WordClass.Organisation | WordClass.Demonym | WordClass.Plural)) != 0 || (word.Length > 1 && word.All(char.IsUpper)))
        && Words.Length <= 4 && Array.Exists(Words, word => word.TrimEnd('.').Length > 2));

    /// <summary>Nothing in the name speaks for a person: “Blue Fjord Music”.</summary>
    public bool IsNamedBody => Gender == Gender.Unknown && Role is null && (WordClasses.Of(Words[0]) & WordClass.Given) == 0;

    public int Mentions { get; private set; }

    /// <summary>Where the last full mention so far stands, as a running number over the article.</summary>
    public int LastSeen { get; set; } = -1;

    public IEnumerable<string> Forms => _forms.Keys;

    public void Mention(string form, string[] words)
    {
        Mentions++;
        _forms[form] = _forms.GetValueOrDefault(form) + 1;
        if (words.Length > Words.Length)
        {
            Words = words;
        }
    }
}
