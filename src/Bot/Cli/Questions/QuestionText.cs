using System.Globalization;
using Bot.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Questions;

/// <summary>A question as typed, before anything is made of it.</summary>
internal static class QuestionText
{
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
