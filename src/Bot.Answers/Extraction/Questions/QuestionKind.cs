namespace Bot.Answers.Extraction.Questions;

/// <summary>What would answer a question.</summary>
internal enum QuestionKind
{
    /// <summary>“What happened to…”: anything.</summary>
    Other,
    Who,
    When,
    Where,
    HowMany,
    Why,
    How,

    /// <summary>“What did X say about Y?”, “How did X describe…”.</summary>
    Say,

    /// <summary>“Did X…?”, “Is there…?”.</summary>
    YesNo,

    /// <summary>“What country…”, “Which of the…”: a thing of a named sort.</summary>
    Which,

    /// <summary>“What is X?”, “Who was X?”, asked of a name alone.</summary>
    Definition,
}
