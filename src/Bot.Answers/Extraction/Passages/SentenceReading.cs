using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Extraction.Passages;

/// <summary>One sentence cut into words, with what each of them could answer. The same for every question, so it is kept.</summary>
internal sealed class SentenceReading
{
    private static readonly HashSet<string> Dates = new(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week weeks month months year years decade decades century
        centuries ago morning evening night noon midnight spring summer autumn winter
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> Reasons = new(
        ["because", "due", "since", "reason", "reasons", "after", "caused", "causes", "therefore", "so", "aimed", "order", "result", "as", "for", "thanks"], StringComparer.Ordinal);

    private static readonly HashSet<string> Reporting = new(
        ["said", "says", "say", "told", "called", "described", "warned", "wrote", "declared", "noted", "claimed", "added", "argued", "insisted", "announced", "stated", "asked", "dismissed", "hailed"],
        StringComparer.Ordinal);

    public SentenceReading(Article article, Paragraph paragraph, Sentence sentence)
    {
        var text = paragraph.Text.Substring(sentence.Start, sentence.Length);
        var words = Bot.Language.Words.Read(text);
        Sentence = sentence;
        Words = words;
        Answers = new AnswerTraits[words.Length];
        LexiconIds = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            LexiconIds[i] = words[i].IsStop ? -1 : Lexicon.Default.Find(words[i].Text);
            Answers[i] = TraitsOf(words, i);
        }

        foreach (var quantity in Quantity.In(text, words))
        {
            Mark(words, quantity);
        }

        HasQuotation = text.AsSpan().IndexOfAny('“', '”', '"') >= 0;
        HasReporting = words.Any(word => Reporting.Contains(word.Text));
        var last = text[^1];
        LooksLikeHeading = words.Length <= 8 && last is not ('.' or '!' or '?' or '”' or '"' or ':' or ';' or '…');
        Implied = ImpliedBy(article, paragraph, sentence, words);
        OpensWithPronoun = words.Length > 0 && words[0].Text is "he" or "she" or "it" or "they" or "his" or "her" or "their" or "its" or "this" or "that" or "these" or "those";
    }

    public Sentence Sentence { get; }

    public ImmutableArray<Word> Words { get; }

    public AnswerTraits[] Answers { get; }

    /// <summary>Words that the sentence means without saying them: the speaker of its quotation, the person behind its “he” or “she”, the thing behind its “it”.</summary>
    public ImmutableArray<Word> Implied { get; }

    /// <summary>In step with the words; -1 for stop words and those the lexicon does not know.</summary>
    public int[] LexiconIds { get; }

    public bool HasQuotation { get; }

    public bool HasReporting { get; }

    public bool LooksLikeHeading { get; }

    public bool OpensWithPronoun { get; }

    public static bool IsQuestion(string text) => text.AsSpan().TrimEnd("\"'”’»)]") is [.., '?'];

    private static ImmutableArray<Word> ImpliedBy(Article article, Paragraph paragraph, Sentence sentence, ImmutableArray<Word> words)
    {
        var names = new List<string>();
        foreach (var quotation in article.Said)
        {
            if (quotation.Paragraph == paragraph.Number && quotation.Certainty != Certainty.Unknown && quotation.Start < sentence.End && quotation.End > sentence.Start)
            {
                names.AddRange(quotation.Speakers);
            }
        }

        if (names.Count == 0 && words.Length > 0 && words[0].Text is "he" or "she"
            && PronounNote.Antecedent(article, paragraph, sentence, words[0].Text) is { } antecedent)
        {
            names.Add(antecedent);
        }

        var implied = names.Count > 0 ? names.SelectMany(name => Bot.Language.Words.Read(name)) : words.Length > 0 ? Subject.MeantBy(article, paragraph, sentence, words[0]) : [];
        return [.. implied.Where(word => !words.Any(said => said.Stem == word.Stem))];
    }

    private static AnswerTraits TraitsOf(ImmutableArray<Word> words, int i)
    {
        var word = words[i];
        var traits = AnswerTraits.None;
        if (word.IsCapital && !word.IsStop && (!word.Traits.HasFlag(WordTraits.Opening) || (i + 1 < words.Length && words[i + 1].IsCapital) || word.Traits.HasFlag(WordTraits.Possessive)
            || Lexicon.Default.Rarity(Lexicon.Default.Find(word.Text)) > 0.6))
        {
            traits |= AnswerTraits.Name;
            if (i > 0 && words[i - 1].Text is "in" or "at" or "near" or "from" or "to" or "of")
            {
                traits |= AnswerTraits.Place;
            }
        }

        if (Dates.Contains(word.Text) && (word.Text is not ("may" or "march" or "spring") || word.IsCapital))
        {
            traits |= AnswerTraits.Date;
        }

        if (Reasons.Contains(word.Text))
        {
            traits |= AnswerTraits.Reason;
        }

        return traits;
    }

    private void Mark(ImmutableArray<Word> words, Quantity quantity)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].End > quantity.Start && words[i].Start < quantity.End)
            {
                var day = (i > 0 && (Answers[i - 1] & AnswerTraits.Date) != 0) || (i + 1 < words.Length && (Answers[i + 1] & AnswerTraits.Date) != 0 && quantity.Value <= 31);
                Answers[i] |= quantity.Kind switch
                {
                    QuantityKind.Year => AnswerTraits.Date | AnswerTraits.Amount,
                    QuantityKind.Ordinal => day ? AnswerTraits.Date : AnswerTraits.None,
                    _ => day && quantity.Kind == QuantityKind.Count ? AnswerTraits.Date | AnswerTraits.Amount : AnswerTraits.Amount,
                };
            }
        }
    }
}

/// <summary>What a word could be the answer to.</summary>
[Flags]
internal enum AnswerTraits
{
    None = 0,
    Name = 1,
    Date = 2,
    Amount = 4,
    Reason = 8,

    /// <summary>A name after “in”, “at”, “near”.</summary>
    Place = 16,
}
