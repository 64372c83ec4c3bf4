using Bot.Discord.Model;

namespace Bot.Commands.Library;

/// <summary>How <c>/article</c> looks in Discord.</summary>
internal static class ArticleDefinition
{
    private const int LongestAddress = 2000;

    public static ApplicationCommand Command { get; } = new()
    {
        Name = "article",
        Description = "The articles I have read.",
        Options =
        [
            Subcommand("list", "Which articles can be asked about here."),
            Subcommand("show", "What I have read of an article.", Article("Which article; the newest when left out.")),
            Subcommand(
                "add",
                "Let me read an article: a file, an address, or text to paste.",
                new() { Type = CommandOptionType.String, Name = "address", Description = "Where the article stands in the web.", MaxLength = LongestAddress },
                new() { Type = CommandOptionType.Attachment, Name = "file", Description = "A text, Markdown, HTML or PDF file." }),
            Subcommand("use", "Make an article the one that questions in this channel are about.", Article("Which article; all of them when left out.")),
            Subcommand("remove", "Forget an article of this server.", Article("Which article.") with { Required = true }),
        ],
    };

    private static CommandOption Subcommand(string name, string description, params CommandOption[] options) =>
        new() { Type = CommandOptionType.Subcommand, Name = name, Description = description, Options = options };

    private static CommandOption Article(string description) =>
        new() { Type = CommandOptionType.String, Name = "article", Description = description, Autocomplete = true };
}
