using Bot.Articles;
using Bot.Configuration;
using Bot.Localization;

namespace Bot.Cli;

/// <summary>What the command line, which speaks English, says of a failure.</summary>
internal static class Failure
{
    /// <summary>Null for a fault of the program, which has no sentence.</summary>
    public static string? SentenceOf(Exception exception) => exception switch
    {
        ArticleException article => Translation.Default.Of(article.Fault),
        UserFacingException or OperatorException or UsageException => exception.Message,
        _ => null,
    };
}
