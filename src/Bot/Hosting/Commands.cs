using System.Text.Json.Nodes;
using Bot.Ask;
using Bot.Checking;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Help;
using Bot.Library;
using Bot.Quotes;
using Bot.Summaries;

namespace Bot.Hosting;

/// <summary>The commands people see in Discord, and who handles them.</summary>
internal static class Commands
{
    private const int LongestQuestion = 1000;
    private const int LongestFocus = 100;

    public static IReadOnlyList<ApplicationCommand> Definitions { get; } =
    [
        new()
        {
            Name = "ask",
            Description = "Ask about an article; the answer shows the article's exact words.",
            NameLocalizations = Localized("fragen", "demander", "preguntar"),
            DescriptionLocalizations = Localized(
                "Frag etwas zu einem Artikel; die Antwort zeigt seine genauen Worte.",
                "Posez une question sur un article ; la réponse cite ses mots exacts.",
                "Pregunta sobre un artículo; la respuesta muestra sus palabras exactas."),
            Options =
            [
                Text("question", "What you want to know.", required: true) with { MaxLength = LongestQuestion },
                Text("article", "Which article; all of them when left out.") with { Autocomplete = true },
                new() { Type = CommandOptionType.Boolean, Name = "private", Description = "Show the answer to you alone." },
            ],
        },
        new()
        {
            Name = "quotes",
            Description = "Who said what in an article, in their exact words.",
            NameLocalizations = Localized("zitate", "citations", "citas"),
            DescriptionLocalizations = Localized(
                "Wer in einem Artikel was gesagt hat, wörtlich.",
                "Qui a dit quoi dans un article, mot pour mot.",
                "Quién dijo qué en un artículo, palabra por palabra."),
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
            NameLocalizations = Localized("zusammenfassung", "résumé", "resumen"),
            DescriptionLocalizations = Localized(
                "Was in einem Artikel steht, jeder Punkt mit seiner genauen Stelle.",
                "Ce que dit un article, chaque point avec son passage exact.",
                "Lo que dice un artículo, cada punto con su lugar exacto."),
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
            Name = "article",
            Description = "The articles I have read.",
            Options = [new() { Type = CommandOptionType.Subcommand, Name = "list", Description = "Which articles can be asked about here." }],
        },
        new()
        {
            Type = ApplicationCommandType.Message,
            Name = AskAboutCommand.Name,
            NameLocalizations = Localized("Zu diesem Artikel fragen", "Questionner cet article", "Preguntar por este artículo"),
        },
        new()
        {
            Type = ApplicationCommandType.Message,
            Name = CheckQuoteCommand.Name,
            NameLocalizations = Localized("Zitat prüfen", "Vérifier la citation", "Comprobar la cita"),
        },
        new() { Name = "help", Description = "What I can do, with examples." },
    ];

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
        .Command("quotes", QuotesOptions.Read, quotes.HandleAsync)
        .Component(QuotesCommand.Turn, quotes.TurnAsync)
        .MessageCommand(CheckQuoteCommand.Name, check.HandleAsync)
        .Command("summary", SummaryOptions.Read, summary.HandleAsync)
        .Autocomplete("summary", "article", (call, typed, cancellationToken) => articles.SuggestAsync(GuildArticles.Of(call.Interaction), typed, cancellationToken))
        .Command("article list", help.ListAsync)
        .Command("help", help.HelpAsync)
        .Autocomplete("ask", "article", (call, typed, cancellationToken) => articles.SuggestAsync(GuildArticles.Of(call.Interaction), typed, cancellationToken))
        .Autocomplete("quotes", "article", (call, typed, cancellationToken) => articles.SuggestAsync(GuildArticles.Of(call.Interaction), typed, cancellationToken))
        .Autocomplete("quotes", "speaker", quotes.SuggestSpeakersAsync);

    private static CommandChoice Choice(string value) => new(value, JsonValue.Create(value));

    private static CommandOption Text(string name, string description, bool required = false) =>
        new() { Type = CommandOptionType.String, Name = name, Description = description, Required = required };

    private static Dictionary<string, string> Localized(string german, string french, string spanish) =>
        new(StringComparer.Ordinal) { ["de"] = german, ["fr"] = french, ["es-ES"] = spanish };
}
