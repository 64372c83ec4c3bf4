namespace Bot.Answers.Extraction.Scoring;

/// <summary>What can speak for a sentence. Shares lie between 0 and 1 and are weighted by how much each term tells; -1 where there is nothing to share.</summary>
/// <remarks>The order is that of the trees in <c>meaning.bin</c>: after a change, learn them anew (<c>Bot.Evaluation -- train-answers</c>).</remarks>
internal enum Clue
{
    /// <summary>Share of the terms that stand in the sentence: as they are; with relatives; with words of like use.</summary>
    Exact,
    Related,
    Soft,
    ParagraphExact,
    ParagraphSoft,

    /// <summary>As a share of the best among the candidates.</summary>
    Bm25,
    Bm25Paragraph,
    Bm25Both,

    /// <summary>Share of the question's neighbouring terms that are neighbours here; the longest run of them.</summary>
    Pairs,
    Run,

    Names,
    ParagraphNames,
    Numbers,

    /// <summary>How well the sort of thing asked for is said.</summary>
    Focus,

    /// <summary>Share of the terms that are neither names nor numbers.</summary>
    OtherSoft,

    /// <summary>How many words could be the answer; how like what is asked for; how near to what is asked about.</summary>
    AnswerWords,
    AnswerLikeness,
    AnswerNear,

    /// <summary>How many names and dates the question did not have.</summary>
    NewNames,
    NewDates,

    /// <summary>The terms' weight, less the further they are apart.</summary>
    Density,

    /// <summary>How far behind the best candidate.</summary>
    ExactGap,
    SoftGap,
    AnswerNearGap,

    OpensWithPronoun,

    /// <summary>How many words say the contrary of a term.</summary>
    Opposites,

    /// <summary>Of the terms that are missing, the share that the headline said.</summary>
    MissingInTitle,

    /// <summary>Share of the question's little words.</summary>
    LittleWords,
    Kind,

    /// <summary>From here on what the sentence model says; 0 where it is not asked. Likeness in meaning: how much, how far behind the nearest, logarithm of its place.</summary>
    Cosine,
    CosineGap,
    CosineRank,

    /// <summary>How much nearer the nearest sentence of its paragraph is.</summary>
    CosineParagraph,

    /// <summary>Likeness together with the sentence before; both likenesses together, behind the best.</summary>
    CosineInContext,
    CosinesGap,

    /// <summary>The least covered word of the question, by what the words are and by what they mean; behind the best of the sentences read.</summary>
    EarlyLeast,
    EarlyMean,
    LateLeast,
    LateWeakest,
    EarlyGap,
    LateGap,

    /// <summary>Likeness and least covered word together, behind the best.</summary>
    NearAndCovered,

    /// <summary>How surely it answers when it is read together with the question; behind the best.</summary>
    Answers,
    AnswersGap,
}

/// <summary>The clues of one sentence.</summary>
internal sealed class Clues
{
    public static readonly int Count = Enum.GetValues<Clue>().Length;

    /// <summary>How many there are without the sentence model; they come first.</summary>
    public const int OfWords = (int)Clue.Cosine;

    /// <summary>1 for clues of which more may only speak for a sentence, -1 against it, 0 for those that may go either way.</summary>
    public static readonly sbyte[] Directions = [.. Enum.GetValues<Clue>().Select(clue => (sbyte)(clue is
        Clue.Exact or Clue.Related or Clue.Soft or Clue.Bm25 or Clue.Bm25Both or Clue.Pairs or Clue.Run or Clue.Names or Clue.ParagraphNames
        or Clue.Numbers or Clue.Focus or Clue.OtherSoft or Clue.AnswerWords or Clue.AnswerLikeness or Clue.AnswerNear or Clue.Density or Clue.ExactGap
        or Clue.SoftGap or Clue.AnswerNearGap or Clue.MissingInTitle or Clue.Cosine or Clue.CosineGap or Clue.CosineInContext or Clue.CosinesGap or Clue.EarlyLeast or Clue.EarlyMean or Clue.LateLeast
        or Clue.LateWeakest or Clue.EarlyGap or Clue.LateGap or Clue.NearAndCovered or Clue.Answers or Clue.AnswersGap ? 1 : clue is Clue.CosineRank ? -1 : 0))];

    private readonly float[] _values = new float[Count];

    public ReadOnlySpan<float> Values => _values;

    public float this[Clue clue]
    {
        get => _values[(int)clue];
        set => _values[(int)clue] = value;
    }
}
