using System.Globalization;
using Bot.Answers.Conversations;
using Bot.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Questions;

/// <summary>A question as typed, before anything is made of it.</summary>
internal static class QuestionText
{
    /// <summary>What somebody is told who greets, or asks who is there.</summary>
    public const string Introduction =
        "Hello. Ask a question about the articles of the library and it is answered in their own words, with the paragraph. `bot summary` tells an article in points, "
        + "`bot quotes` who said what, `bot article add` reads another one.";

    /// <returns>The question without what stands around it; null where nothing is asked of the articles.</returns>
    public static string? Heard(string text) => Utterance.Read(text) is { Kind: not (UtteranceKind.Greeting or UtteranceKind.Introduction) } heard
        ? heard.Question.Length > 0 ? heard.Question : text
        : null;

    public static string Checked(string text, IServiceProvider services)
    {
        var limit = services.GetRequiredService<IOptions<LimitsOptions>>().Value.QuestionLength;
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            throw new UsageException("The question is empty. Write it in quotation marks: bot ask \"When was NATO formed?\"");
        }

        return trimmed.Length <= limit
            ? trimmed
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"The question has {trimmed.Length:N0} characters, the limit is {limit:N0} (Limits:QuestionLength). Ask something shorter."));
    }
}
