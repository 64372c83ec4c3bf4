using System.Text.Json.Nodes;
using Bot.Commands.Answers;
using Bot.Commands.Ask;
using Bot.Commands.CheckQuote;
using Bot.Commands.Help;
using Bot.Commands.Library;
using Bot.Commands.Privacy;
using Bot.Commands.Quotes;
using Bot.Commands.Settings;
using Bot.Commands.Summaries;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Localization.CommandTexts;
using Bot.Requests;

namespace Bot.Commands;

/// <summary>The commands people see in Discord, and who handles them.</summary>
internal static class CommandRegistry
{
    private const int LongestFocus = 100;
    private const int InGuild = 0;
    private const int ForOneself = 1;

    private static readonly InteractionContext[] Servers = [InteractionContext.Guild];
    private static readonly InteractionContext[] Everywhere = [InteractionContext.Guild, InteractionContext.BotDm, InteractionContext.PrivateChannel];
    private static readonly string[] OfServers = [ArticleDefinition.Command.Name, SettingsDefinition.Command.Name];

    /// <summary>Those that concern a server's library and settings are for servers that the bot is a member of; all others also for people who have installed it for
    /// themselves, in any server and in direct messages.</summary>
    /// <param name="longestQuestion">In UTF-16 code units.</param>
    public static IReadOnlyList<ApplicationCommand> Definitions(int longestQuestion) =>
    [
        .. Localized(longestQuestion).Select(command => OfServers.Contains(command.Name)
            ? command with { Contexts = Servers, IntegrationTypes = [InGuild] }
            : command with { Contexts = Everywhere, IntegrationTypes = [InGuild, ForOneself] }),
    ];

    private static IReadOnlyList<ApplicationCommand> Localized(int longestQuestion) => LocalizedCommands.Of(
    [
        new()
        {
            Name = "ask",
            Description = "Ask about an article; the answer shows the article's exact words.",
            Options =
            [
                Text("question", "What you want to know.", required: true) with { MaxLength = longestQuestion },
                Text("article", "Which article; all of them when left out.") with { Autocomplete = true },
                new() { Type = CommandOptionType.Boolean, Name = "private", Description = "Show the answer to you alone." },
            ],
        },
        new()
        {
            Name = "quotes",
            Description = "Who said what in an article, in their exact words.",
            Options =
            [
                Text("speaker", "Only this speaker; any part of the name.") with { Autocomplete = true },
                Text("about", "Those about this first."),
                Text("article", "Which article; the newest when left out.") with { Autocomplete = true },
                new() { Type = CommandOptionType.Boolean, Name = "private", Description = "Show them to you alone." },
            ],
        },
        new()
        {
            Name = "summary",
            Description = "What an article says, each point with its exact place.",
            Options =
            [
                Text("article", "Which article; the newest when left out.") with { Autocomplete = true },
                Text("length", "How much; a handful of points when left out.") with
                {
                    Choices = [Choice("brief"), Choice("standard"), Choice("detailed")],
                },
                Text("focus", "Only what bears on this topic or person.") with { MaxLength = LongestFocus },
                new() { Type = CommandOptionType.Boolean, Name = "private", Description = "Show it to you alone." },
            ],
        },
        new()
        {
            Type = ApplicationCommandType.Message,
            Name = AskAboutCommand.Name,
        },
        new()
        {
            Type = ApplicationCommandType.Message,
            Name = CheckQuoteCommand.Name,
        },
        ArticleDefinition.Command,
        SettingsDefinition.Command,
        ForgetCommand.Definition,
        new() { Name = "help", Description = "What I can do, with examples." },
    ]);

    public static InteractionHandlers Handlers(
        AskCommand ask, AskAboutCommand askAbout, AnswerActions actions, QuotesCommand quotes, SummaryCommand summary, CheckQuoteCommand check, HelpCommand help, GuildArticles articles) => new InteractionHandlers()
        .Command("ask", AskOptions.Read, ask.HandleAsync)
        .MessageCommand(AskAboutCommand.Name, askAbout.OpenAsync)
        .Modal(AskAboutCommand.Action, askAbout.AskAsync)
        .Component(AnswerButtons.Context, actions.ShowContextAsync)
        .Component(AnswerButtons.ContextOf, actions.ShowContextOfAsync)
        .Component(AnswerButtons.FollowUp, ask.OpenFollowUpAsync)
        .Modal(AnswerButtons.FollowUp, ask.FollowUpAsync)
        .Component(AnswerButtons.Good, actions.TakeGoodAsync)
        .Component(AnswerButtons.Wrong, actions.TakeWrongAsync)
        .Component(AnswerButtons.WrongOf, actions.TakeWrongOfAsync)
        .Component(AnswerButtons.Share, actions.ShareAsync)
        .Component(AnswerButtons.Retry, ask.RetryAsync)
        .Component(AnswerButtons.AskAll, ask.AskAllAsync)
        .Component(AnswerButtons.Example, ask.ExampleAsync)
        .Command("quotes", QuotesOptions.Read, quotes.HandleAsync)
        .Component(QuotesCommand.Turn, quotes.TurnAsync)
        .MessageCommand(CheckQuoteCommand.Name, check.HandleAsync)
        .Command("summary", SummaryOptions.Read, summary.HandleAsync)
        .Autocomplete("summary", "article", (call, typed, cancellationToken) => articles.SuggestAsync(RequestContexts.GuildOf(call.Interaction), typed, cancellationToken))
        .Command("article list", help.ListAsync)
        .Command("help", help.HelpAsync)
        .Autocomplete("ask", "article", (call, typed, cancellationToken) => articles.SuggestAsync(RequestContexts.GuildOf(call.Interaction), typed, cancellationToken))
        .Autocomplete("quotes", "article", (call, typed, cancellationToken) => articles.SuggestAsync(RequestContexts.GuildOf(call.Interaction), typed, cancellationToken))
        .Autocomplete("quotes", "speaker", quotes.SuggestSpeakersAsync);

    private static CommandChoice Choice(string value) => new(value, JsonValue.Create(value));

    /// <summary>What concerns the server rather than its articles' words.</summary>
    public static InteractionHandlers AddOperations(
        this InteractionHandlers handlers,
        SettingsCommand settings,
        ArticleShow show,
        ArticleAdding adding,
        ChannelArticleCommand use,
        ReadingOffer reading,
        ArticleRemoval removal,
        ForgetCommand forget,
        GuildArticles articles)
    {
        foreach (var subcommand in (string[])["show", "remove"])
        {
            handlers.Autocomplete(
                $"article {subcommand}", "article", (call, typed, cancellationToken) => articles.SuggestAsync(RequestContexts.GuildOf(call.Interaction), typed, cancellationToken));
        }

        return handlers
            .Command("settings", SettingsOptions.Read, settings.HandleAsync)
            .Command("article show", options => options.Text("article"), show.HandleAsync)
            .Command("article add", AddOptions.Read, adding.HandleAsync)
            .Modal(ArticleAdding.Paste, adding.PasteAsync)
            .Component(ReadingOffer.Read, reading.ReadAsync)
            .Command("forget", forget.HandleAsync)
            .Component(ForgetCommand.Forget, forget.ForgetAsync)
            .Component(ForgetCommand.Keep, forget.KeepAsync)
            .Autocomplete("article use", "article", use.SuggestAsync)
            .Component(ChannelArticleCommand.UseAll, use.UseAllAsync)
            .Command("article use", options => options.Text("article"), use.HandleAsync)
            .Command("article remove", options => options.Text("article") ?? "", removal.AskAsync)
            .Component(ArticleRemoval.Remove, removal.RemoveAsync)
            .Component(ArticleRemoval.Keep, removal.KeepAsync);
    }

    private static CommandOption Text(string name, string description, bool required = false) =>
        new() { Type = CommandOptionType.String, Name = name, Description = description, Required = required };
}
