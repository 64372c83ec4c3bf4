using Bot.Answers;
using Bot.Hosting;
using Bot.Language;
using Bot.Messages;
using Spectre.Console;

namespace Bot.Cli.Questions;

/// <summary>An answer for a person at a terminal: the words with those that answer in bold, and under them where they stand.</summary>
internal static class AnswerView
{
    private const string StandIn = "The model could not write this; these are the article’s own words.";

    public static async Task WriteAsync(IAnsiConsole console, ArticleResolver desk, Answer answer, CancellationToken cancellationToken)
    {
        console.WriteLine();
        switch (answer)
        {
            case Answer.Answered { Mode: AnswerMode.Extractive } quoted:
                WriteStandIn(console, quoted.ModelFailed);
                foreach (var statement in quoted.Statements)
                {
                    foreach (var citation in statement.Citations.Select(number => quoted.Citations[number - 1]))
                    {
                        WriteQuote(console, citation, statement.Note);
                    }
                }

                WriteComparisons(console, quoted);
                await WriteSourcesAsync(console, desk, quoted.Citations, cancellationToken);
                break;

            case Answer.Answered written:
                foreach (var statement in written.Statements)
                {
                    var markers = string.Concat(statement.Citations.Select(number => $"[{number}]"));
                    console.Write(new Padder(new Text($"{statement.Text} {markers}"), new Padding(0, 0, 0, 1)));
                }

                WriteComparisons(console, written);

                foreach (var citation in written.Citations)
                {
                    WriteQuote(console, citation, null);
                }

                await WriteSourcesAsync(console, desk, written.Citations, cancellationToken);

                break;

            case Answer.NotInArticle silent:
                console.Write(new Text(AnswerJson.TextOf(silent), new Style(decoration: Decoration.Bold)));
                console.WriteLine();
                console.WriteLine();
                if (silent.AskedIn is not null)
                {
                    break;
                }

                if (silent is { FalsePremise: null, Nearest.Length: > 0 })
                {
                    console.WriteLine("The nearest it does say:");
                    console.WriteLine();
                }

                foreach (var citation in silent.Nearest)
                {
                    WriteQuote(console, citation, null);
                }

                await WriteSourcesAsync(console, desk, silent.Nearest, cancellationToken);

                break;
        }
    }

    private static void WriteComparisons(IAnsiConsole console, Answer.Answered answer)
    {
        foreach (var comparison in answer.Comparisons)
        {
            var markers = string.Concat(comparison.Citations.Select(number => $"[{number}]"));
            console.Write(new Padder(new Text($"{comparison.Text} {markers}"), new Padding(0, 0, 0, 1)));
        }
    }

    /// <summary>Says so where a model was to write and could not.</summary>
    public static void WriteStandIn(IAnsiConsole console, bool modelFailed)
    {
        if (modelFailed)
        {
            console.Write(new Text(StandIn, new Style(decoration: Decoration.Dim)));
            console.WriteLine();
            console.WriteLine();
        }
    }

    private static void WriteQuote(IAnsiConsole console, Citation citation, string? note)
    {
        var answers = citation.Highlight.Select(words => new Sentence(words.Start - citation.Start, words.End - citation.Start)).ToArray();
        QuoteBlock.WriteQuoted(console, citation.Quote, answers, note is null ? null : $"[{note}]", $"[{citation.Number}] paragraph {citation.Paragraph}");
    }

    /// <summary>The articles that the citations stand in, each once; with their numbers where there are several.</summary>
    private static async Task WriteSourcesAsync(IAnsiConsole console, ArticleResolver desk, IReadOnlyList<Citation> citations, CancellationToken cancellationToken)
    {
        var articles = citations.GroupBy(citation => (citation.ArticleId, citation.Version)).ToList();
        foreach (var cited in articles)
        {
            var numbers = articles.Count == 1 ? "" : string.Concat(cited.Select(citation => $"[{citation.Number}]")) + " ";
            QuoteBlock.WriteQuiet(console, $"{numbers}{SourceLine.Of(cited.First(), await desk.ArticleOfAsync(cited.First(), cancellationToken))}");
        }
    }
}
