using System.Runtime.InteropServices;
using Bot.Answers.Extraction.Questions;
using Bot.Language;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>How well each word of the candidate passages says each term of the question.</summary>
internal sealed class TermMatches
{
    // Below this the vectors of two words say no more than that both are English.
    private const float LeastLikeness = 0.4f;
    private const float MetonymWeight = 0.8f;

    private readonly QuestionTerm[] _terms;
    private readonly int[] _termIds;
    private readonly Dictionary<string, float>?[] _relatives;
    private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
    private readonly List<TermMatch> _matches = [];
    private readonly List<int> _exactTerms = [];
    private readonly List<bool> _matters = [];

    public TermMatches(QuestionReading question)
    {
        _terms = [.. question.Terms];
        _termIds = Array.ConvertAll(_terms, term => Lexicon.Default.Find(term.Word.Text));
        _relatives = new Dictionary<string, float>?[_terms.Length];
        for (var t = 0; t < _terms.Length; t++)
        {
            _relatives[t] = RelativesOf(_terms[t], _termIds[t]);
        }
    }

    public int Count => _terms.Length;

    public int TermId(int term) => _termIds[term];

    /// <summary>A number for the word, the same for the same stem; its matches begin at that number times <see cref="Count"/>.</summary>
    public int Look(Word word, int lexiconId)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_vocabulary, word.Stem, out var known);
        if (!known)
        {
            id = _vocabulary.Count - 1;
            var (exact, matters) = (-1, false);
            for (var t = 0; t < _terms.Length; t++)
            {
                var match = Match(t, word, lexiconId);
                exact = exact < 0 && match.Exact > 0 ? t : exact;
                matters |= match.Soft > 0;
                _matches.Add(match);
            }

            _exactTerms.Add(exact);
            _matters.Add(matters);
        }

        return id;
    }

    public ReadOnlySpan<TermMatch> Of(int id) => CollectionsMarshal.AsSpan(_matches).Slice(id * _terms.Length, _terms.Length);

    /// <summary>The first term that the word says exactly, or -1.</summary>
    public int ExactTerm(int id) => _exactTerms[id];

    /// <summary>False for a word that says no term at all.</summary>
    public bool Matters(int id) => _matters[id];

    private TermMatch Match(int t, Word word, int lexiconId)
    {
        var term = _terms[t].Word;
        if (term.Stem == word.Stem)
        {
            return new TermMatch(1, 1, 1, false);
        }

        if (word.IsNumber || term.IsNumber)
        {
            // Nothing is nearly a number.
            return SameNumber(term.Text, word.Text) ? new TermMatch(1, 1, 1, false) : default;
        }

        var related = 0f;
        _relatives[t]?.TryGetValue(word.Stem, out related);
        var opposite = related < 0;
        related = Math.Max(0, related);
        var likeness = Lexicon.Default.Likeness(_termIds[t], lexiconId);
        var soft = Math.Max(related, (likeness - LeastLikeness) / (1 - LeastLikeness));
        return new TermMatch(0, related, opposite ? 0 : Math.Max(0, soft), opposite);
    }

    private static bool SameNumber(string a, string b) =>
        NumberWords.TryGetValue(a, out var x) && double.TryParse(b, System.Globalization.CultureInfo.InvariantCulture, out var y) ? x == y
        : NumberWords.TryGetValue(b, out x) && double.TryParse(a, System.Globalization.CultureInfo.InvariantCulture, out y) && x == y;

    private static Dictionary<string, float>? RelativesOf(QuestionTerm term, int id)
    {
        if (term.Word.IsNumber)
        {
            return null;
        }

        var relatives = new Dictionary<string, float>(StringComparer.Ordinal);
        Add(relatives, id, 1);
        var basis = Lexicon.Default.Find(term.Word.Stem);
        if (basis != id)
        {
            Add(relatives, basis, 0.9f);
        }

        foreach (var other in Metonyms.Of(term.Word.Text))
        {
            ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(relatives, Stems.Of(other), out _);
            weight = Math.Max(weight, MetonymWeight);
        }

        return relatives;
    }

    private static void Add(Dictionary<string, float> relatives, int id, float certainty)
    {
        if (id < 0)
        {
            return;
        }

        foreach (var relative in Lexicon.Default.RelativesOf(id))
        {
            var stem = Lexicon.Default.StemOf(relative.Id);
            var weight = relative.Relation == Relation.Opposite ? -1 : relative.Weight * certainty;
            if (!relatives.TryGetValue(stem, out var known) || weight > known)
            {
                relatives[stem] = weight;
            }
        }
    }
}

/// <summary>How well one word says one term, each from 0 to 1.</summary>
/// <param name="Exact">The same stem or number.</param>
/// <param name="Related">That, or a synonym, derivation, broader or narrower word.</param>
/// <param name="Soft">That, or a word of like use.</param>
/// <param name="Opposite">It says the contrary.</param>
internal readonly record struct TermMatch(float Exact, float Related, float Soft, bool Opposite);
