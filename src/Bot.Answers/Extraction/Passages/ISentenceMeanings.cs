using Bot.Search.Vectors;

namespace Bot.Answers.Extraction.Passages;

/// <summary>What questions and sentences mean, as the sentence model has it: kept from before, or made now.</summary>
public interface ISentenceMeanings
{
    /// <returns>Null when questions are to be read by their words alone: there is no model, or too much to do.</returns>
    EncodedText? Question(string question);

    /// <summary>Makes the vectors of passages that have none.</summary>
    /// <param name="likely">Those that could answer, best first; what is beyond the first <paramref name="most"/> stays as it is.</param>
    void Prepare(IEnumerable<EvidencePassage> likely, int most);

    /// <param name="sentence">Index in the passage's paragraph.</param>
    /// <returns>Null when it is not known yet.</returns>
    UnitVector? VectorOf(EvidencePassage passage, int sentence);

    /// <summary>The same of the sentence with the one before it, which tells whom “he” and “it” mean.</summary>
    UnitVector? InContextOf(EvidencePassage passage, int sentence);

    /// <summary>With every word; of the few sentences that could answer.</summary>
    EncodedText? Read(EvidencePassage passage, int sentence);

    /// <returns>How surely the sentence answers, in log-odds beside there being no answer.</returns>
    float Answers(EncodedText question, EncodedText sentence);
}
