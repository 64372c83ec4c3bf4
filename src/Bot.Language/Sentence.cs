namespace Bot.Language;

/// <summary>A stretch of a paragraph's text: UTF-16 code units, end exclusive, without surrounding white space.</summary>
public readonly record struct Sentence(int Start, int End)
{
    public int Length => End - Start;
}
