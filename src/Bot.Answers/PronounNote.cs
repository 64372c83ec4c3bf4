using System.Collections.Frozen;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers;

/// <summary>Says whom “He” or “She” at the start of a quoted sentence means, where the sentences before leave one reading.</summary>
internal static class PronounNote
{
    private const int MostSentencesBack = 3;
    private const float ClearlyOther = 0.08f;

    private static readonly FrozenSet<string> MaleNames = WordList.Set("quotations/male-names");
    private static readonly FrozenSet<string> FemaleNames = WordList.Set("quotations/female-names");

    private static readonly int[] Men = Ids("john", "michael", "robert", "he");
    private static readonly int[] Women = Ids("mary", "susan", "anna", "she");
    private static readonly int[] People = Ids("john", "maria", "smith", "minister", "president");
    private static readonly int[] Places = Ids("france", "texas", "london", "europe", "africa");

    private static readonly HashSet<string> Titles = new(
        ["president", "secretary", "minister", "chief", "chancellor", "senator", "sen", "rep", "mr", "mrs", "ms", "dr", "king", "queen", "prince", "general", "gen",
            "sgt", "lt", "col", "judge", "professor", "prof", "pope", "democrat", "republican", "envoy", "spokesman", "spokeswoman", "director", "secretary-general", "sir", "lord", "prime", "u.s"],
        StringComparer.Ordinal);

    /// <returns>“He = Mark Rutte”, or null when there is no such pronoun or more than one reading.</returns>
    public static string? For(Article article, Paragraph paragraph, Sentence sentence)
    {
        var opening = Words.Read(paragraph.TextOf(sentence));
        if (opening.Length == 0 || opening[0].Text is not ("he" or "she"))
        {
            return null;
        }

        var name = Antecedent(article, paragraph, sentence, opening[0].Text);
        return name is null ? null : $"{paragraph.Text.AsSpan(sentence.Start + opening[0].Start, opening[0].End - opening[0].Start)} = {name}";
    }

    /// <summary>The name that “he” or “she” at the start of the sentence stands for, as full as the article has it; null when unsure.</summary>
    public static string? Antecedent(Article article, Paragraph paragraph, Sentence sentence, string pronoun)
    {
        var people = ArticlePeople.Of(article);
        foreach (var text in Before(article, paragraph, sentence).Take(MostSentencesBack))
        {
            if (people.In(text).Where(name => Agrees(name, pronoun)).ToArray() is { Length: > 0 } names)
            {
                return names is [var only] && !IsSomebodyElse(text, only, pronoun) ? only : null;
            }
        }

        return null;
    }

    /// <summary>“She lost the final to Ida Berg”: whoever was meant before the name is another one.</summary>
    private static bool IsSomebodyElse(string text, string name, string pronoun)
    {
        var at = text.IndexOf(name[(name.LastIndexOf(' ') + 1)..], StringComparison.Ordinal);
        return Words.Read(text).TakeWhile(word => word.Start < at).Any(word => pronoun == "he" ? word.Text is "he" or "his" or "him" : word.Text is "she" or "her");
    }

    /// <summary>Nearest first, from this paragraph and the one before.</summary>
    private static IEnumerable<string> Before(Article article, Paragraph paragraph, Sentence sentence)
    {
        foreach (var earlier in paragraph.Sentences.Where(s => s.End <= sentence.Start).Reverse())
        {
            yield return paragraph.TextOf(earlier);
        }

        if (article.Paragraph(paragraph.Number - 1) is { } previous)
        {
            foreach (var earlier in previous.Sentences.Reverse())
            {
                yield return previous.TextOf(earlier);
            }
        }
    }

    /// <summary>Runs of capitalised words that name a person: after a title, or by the use of the words.</summary>
    public static IEnumerable<string> PeopleIn(string text)
    {
        var words = Words.Read(text);
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsNamePart(text, words, i))
            {
                continue;
            }

            var start = i;
            while (i + 1 < words.Length && IsNamePart(text, words, i + 1) && text.AsSpan(words[i].End, words[i + 1].Start - words[i].End) is " " or ". ")
            {
                i++;
            }

            var titled = false;
            while (start < i && Titles.Contains(words[start].Text))
            {
                (titled, start) = (true, start + 1);
            }

            titled |= start > 0 && Titles.Contains(words[start - 1].Text);
            if (!IsGivenName(words[start].Text) && Enumerable.Range(start + 1, Math.Max(0, i - start - 1)).FirstOrDefault(k => IsGivenName(words[k].Text)) is > 0 and var given)
            {
                start = given;
            }

            if (!Titles.Contains(words[start].Text) && (titled || (start < i && IsGivenName(words[start].Text)) || IsLikePerson(words[start].Text, words[i].Text)))
            {
                yield return text[words[start].Start..words[i].End];
            }
        }
    }

    private static bool IsNamePart(string text, IReadOnlyList<Word> words, int i) =>
        words[i].IsCapital && !words[i].IsStop && words[i].End - words[i].Start > 1
        && (!words[i].Traits.HasFlag(WordTraits.Opening) || Lexicon.Default.Rarity(Lexicon.Default.Find(words[i].Text)) > 0.45)
        && !text.AsSpan(words[i].Start, words[i].End - words[i].Start).ContainsAnyInRange('0', '9')
        && !IsAllCapitals(text.AsSpan(words[i].Start, words[i].End - words[i].Start));

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLikePerson(string first, string last) =>
        Math.Max(Like(People, first), Like(People, last)) is var person && person > 0.3f && person > Math.Max(Like(Places, first), Like(Places, last));

    /// <param name="pronoun">“he” or “she”.</param>
    public static bool Agrees(string name, string pronoun)
    {
        var given = Words.Fold(name.Split(' ')[0]);
        if (MaleNames.Contains(given) != FemaleNames.Contains(given))
        {
            return MaleNames.Contains(given) == (pronoun == "he");
        }

        var (man, woman) = (Like(Men, given), Like(Women, given));
        return pronoun == "he" ? woman <= man + ClearlyOther || !name.Contains(' ', StringComparison.Ordinal) : man <= woman + ClearlyOther || !name.Contains(' ', StringComparison.Ordinal);
    }

    private static bool IsGivenName(string word) => MaleNames.Contains(word) || FemaleNames.Contains(word);

    private static float Like(int[] examples, string word)
    {
        var id = Lexicon.Default.Find(Words.Fold(word));
        var best = 0f;
        foreach (var example in examples)
        {
            best = Math.Max(best, Lexicon.Default.Likeness(example, id));
        }

        return best;
    }

    private static int[] Ids(params string[] words) => Array.ConvertAll(words, word => Lexicon.Default.Find(word));
}
