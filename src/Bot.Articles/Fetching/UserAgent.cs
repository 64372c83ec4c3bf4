namespace Bot.Articles.Fetching;

/// <summary>The one name that the bot gives itself to every site.</summary>
internal static class UserAgent
{
    /// <summary>What a robots.txt calls it.</summary>
    public const string Product = "NewsAnswersBot";

    public static string For(FetchLimits limits) =>
        string.IsNullOrWhiteSpace(limits.Contact) ? $"{Product}/1.0 (reads one page when a person asks for it)" : $"{Product}/1.0 (+{limits.Contact.Trim()})";
}
