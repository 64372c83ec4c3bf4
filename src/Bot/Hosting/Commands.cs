using Bot.Ask;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Help;
using Bot.Library;
using Bot.Quotes;

namespace Bot.Hosting;

/// <summary>The commands people see in Discord, and who handles them.</summary>
internal static class Commands
{
    private const int LongestQuestion = 1000;

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
            ],
        },
        new()
        {
            Name = "article",
            Description = "The articles I have read.",
            Options = [new() { Type = CommandOptionType.Subcommand, Name = "list", Description = "Which articles can be asked about here." }],
        },
        new() { Name = "help", Description = "What I can do, with examples." },
    ];

    public static InteractionHandlers Handlers(AskCommand ask, QuotesCommand quotes, HelpCommand help, GuildArticles articles) => new InteractionHandlers()
        .Command("ask", AskOptions.Read, ask.HandleAsync)
        .Command("quotes", QuotesOptions.Read, quotes.HandleAsync)
        .Command("article list", help.ListAsync)
        .Command("help", help.HelpAsync)
        .Autocomplete("ask", "article", (call, typed, cancellationToken) => articles.SuggestAsync(GuildArticles.Of(call.Interaction), typed, cancellationToken))
        .Autocomplete("quotes", "article", (call, typed, cancellationToken) => articles.SuggestAsync(GuildArticles.Of(call.Interaction), typed, cancellationToken))
        .Autocomplete("quotes", "speaker", quotes.SuggestSpeakersAsync);

    private static CommandOption Text(string name, string description, bool required = false) =>
        new() { Type = CommandOptionType.String, Name = name, Description = description, Required = required };

    private static Dictionary<string, string> Localized(string german, string french, string spanish) =>
        new(StringComparer.Ordinal) { ["de"] = german, ["fr"] = french, ["es-ES"] = spanish };
}
