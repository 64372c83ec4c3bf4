using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Language;

namespace Bot.Evaluation;

/// <summary>A response and the text it should be supported by, without the gold fields.</summary>
internal record VerifyCase(string Id, string SourceText, string Response)
{
    /// <summary>The source as the bot would store it: one paragraph a line.</summary>
    public static SourceText Read(string source, IStatementVectors? vectors = null)
    {
        var number = 0;
        return new SourceText([.. source.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new Paragraph(++number, line, null, SentenceSplitter.Split(line)))], vectors);
    }

    /// <summary>The sentences of the response, UTF-16 ranges.</summary>
    public static ImmutableArray<Sentence> SentencesOf(string response)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (var start = 0; start < response.Length;)
        {
            var end = response.IndexOf('\n', start) is >= 0 and var line ? line : response.Length;
            foreach (var sentence in SentenceSplitter.Split(response[start..end]))
            {
                sentences.Add(new Sentence(start + sentence.Start, start + sentence.End));
            }

            start = end + 1;
        }

        return sentences.Count > 0 ? sentences.DrainToImmutable() : [new Sentence(0, response.Length)];
    }
}

/// <summary>With the gold fields, for training alone.</summary>
internal sealed record LabelledCase(
    string Id, string SourceText, string Response, string Label, IReadOnlyList<IReadOnlyList<object>>? Sentences, string? Group, string? Kind)
    : VerifyCase(Id, SourceText, Response)
{
    public bool IsUnsupported => Label == "unsupported";
}
