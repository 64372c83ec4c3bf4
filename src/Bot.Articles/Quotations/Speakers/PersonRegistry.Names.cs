using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Speakers;

/// <content>Reading a name, its role and its gender where it stands.</content>
internal sealed partial class PersonRegistry
{
    /// <summary>The names of a line in order.</summary>
    public static List<NameMention> MentionsIn(ParagraphTokens line)
    {
        var mentions = new List<NameMention>();
        for (var i = 0; i < line.Count; i++)
        {
            if (!PhraseParser.IsPartOfName(line, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < line.Count && !line[end - 1].Possessive && (PhraseParser.IsPartOfName(line, end) || (line[end].IsQuote && PhraseParser.IsNickname(line, end))))
            {
                end++;
            }

            if (PhraseParser.Core(line, i, end) is { Naming: Naming.Name } phrase)
            {
                var first = i;
                while (first > 0 && line[first - 1] is { IsWord: true, Capitalised: false } && line[first - 1].Is(WordClass.Role | WordClass.Kin | WordClass.Person) && phrase.RoleFirst < 0)
                {
                    first--;
                }

                while (first < i && first > 0 && line[first - 1] is { IsWord: true, Capitalised: true, Possessive: false } && line[first - 1].Is(WordClass.Demonym | WordClass.Place | WordClass.Organisation) | IsAcronym(line, first - 1))
                {
                    // “EU chief Ann Ek”.
                    first--;
                }

                if (phrase.RoleFirst == i && PhraseParser.IsOfficeOf(line, i))
                {
                    // “U.S. Secretary of ‹State Ann Ek›”.
                    first = i - 2;
                    while (first > 0 && PhraseParser.IsPartOfName(line, first - 1) && !line[first - 1].Possessive)
                    {
                        first--;
                    }

                    phrase = phrase with { First = first, RoleFirst = first, Titled = true };
                }
                else if (first < i)
                {
                    phrase = phrase with { RoleFirst = first, RoleLast = i - 1 };
                }

                var opens = i == 0 || line.SentenceOf(i) != line.SentenceOf(i - 1);
                mentions.Add(new NameMention(phrase, WordsOf(line, phrase), opens && end == i + 1 && !line[i].Is(WordClass.Given)));
            }

            i = end - 1;
        }

        return mentions;
    }

    private static bool IsAcronym(ParagraphTokens line, int i) => line.Word(i) is { Length: > 1 and < 6 } word && word.ContainsAnyExceptInRange('a', 'z') && !word.ContainsAnyInRange('a', 'z');

    public static string[] WordsOf(ParagraphTokens line, NounPhrase phrase)
    {
        var words = new List<string>(3);
        for (var k = phrase.HeadFirst; k <= phrase.HeadLast; k++)
        {
            if (line[k].IsWord)
            {
                words.Add(line.Word(k).ToString());
            }
        }

        return [.. words];
    }

    private static bool IsRole(ParagraphTokens line, NounPhrase phrase) =>
        PhraseParser.HasRole(line, phrase.RoleFirst, phrase.RoleLast) || (phrase.RoleLast > phrase.RoleFirst && line[phrase.RoleLast].Is(WordClass.Title));

    private static bool IsAge(ParagraphTokens line, int i) =>
        line[i].Mark == ',' && line[i + 1] is { IsWord: true } age && age.End - age.Start == 2 && char.IsDigit(line.Text[age.Start]) && line[i + 2].Mark is ',' or '.';

    /// <summary>“, the EU's foreign policy chief,” behind a name.</summary>
    private static string? RoleBehind(ParagraphTokens line, NounPhrase phrase)
    {
        var i = phrase.Last + 1;
        if (line[i].Mark != ',')
        {
            return null;
        }

        if (IsAge(line, i))
        {
            i += 2;
        }

        return PhraseParser.ForwardFrom(line, i + 1, line.Count) is { Naming: Naming.Description } role && PhraseParser.HasRole(line, role.First, role.Last)
            && line[role.Last + 1].Mark is ',' or '.' or '—' or ';' ? line.Phrase(role.HeadFirst, role.Last) : null;
    }

    private static Gender GenderOf(ParagraphTokens line, NounPhrase phrase)
    {
        for (var k = phrase.RoleFirst; k >= 0 && k <= phrase.RoleLast; k++)
        {
            if (GenderOfWord(line, k) is var gender && gender != Gender.Unknown)
            {
                return gender;
            }
        }

        if (phrase.HeadLast == phrase.HeadFirst)
        {
            return Gender.Unknown;
        }

        var given = line[phrase.HeadFirst];
        return given.Is(WordClass.Male) == given.Is(WordClass.Female) ? Gender.Unknown : given.Is(WordClass.Male) ? Gender.Male : Gender.Female;
    }

    public static Gender GenderOfWord(ParagraphTokens line, int i)
    {
        var word = line.Word(i).TrimEnd('.');
        Span<char> lower = stackalloc char[Math.Min(word.Length, 24)];
        word[..lower.Length].ToLowerInvariant(lower);
        return lower switch
        {
            "mr" or "sir" or "king" or "prince" or "lord" or "duke" or "baron" or "herr" or "monsieur" or "father" or "brother" or "son" or "husband" or "uncle" or "nephew"
                or "grandfather" or "grandson" or "dad" or "boyfriend" or "widower" or "man" or "boy" or "pope" or "actor" or "businessman" or "waiter" or "père" or "frère" or "fils"
                or "mari" or "vater" or "bruder" or "sohn" or "directeur" or "bürgermeister" => Gender.Male,
            "mrs" or "ms" or "miss" or "dame" or "lady" or "queen" or "princess" or "duchess" or "baroness" or "frau" or "madame" or "mme" or "mother" or "sister" or "daughter"
                or "wife" or "aunt" or "niece" or "grandmother" or "granddaughter" or "mum" or "mom" or "girlfriend" or "widow" or "woman" or "girl" or "actress" or "businesswoman"
                or "waitress" or "mère" or "sœur" or "fille" or "femme" or "mutter" or "schwester" or "tochter" or "directrice" or "ministerin" or "bürgermeisterin"
                or "sprecherin" => Gender.Female,
            [.. var stem, 'w', 'o', 'm', 'a', 'n'] when stem.Length > 2 => Gender.Female,
            [.. var stem, 's', 'm', 'a', 'n'] when stem.Length > 2 => Gender.Male,
            _ => Gender.Unknown,
        };
    }
}
