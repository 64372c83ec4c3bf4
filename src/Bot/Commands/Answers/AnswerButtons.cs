using System.Globalization;
using Bot.Configuration;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Localization;
using Bot.Messages;
using Bot.Storage.Answers;
using Microsoft.Extensions.Options;

namespace Bot.Commands.Answers;

/// <summary>The buttons under answers. Each carries the id of its answer, signed; what it needs to know besides is kept with the answer.</summary>
internal sealed class AnswerButtons(SignedCustomIds customIds, IOptions<LimitsOptions> limits)
{
    public const string Context = "context";
    public const string ContextOf = "context-of";
    public const string FollowUp = "follow-up";
    public const string Good = "good";
    public const string Wrong = "wrong";
    public const string WrongOf = "wrong-of";
    public const string Share = "share";
    public const string Retry = "retry";
    public const string AskAll = "ask-all";
    public const string Example = "example";

    private const int MostOptions = 25;
    private const int LongestDescription = 100;
    private const int Primary = 1;
    private const int Secondary = 2;
    private const int ShortInput = 1;
    private const int ParagraphInput = 2;

    /// <summary>The row under an answer or a summary.</summary>
    /// <param name="canBeShared">Whether it is private and nobody else has seen it yet.</param>
    public IReadOnlyList<Component> Under(AnswerRecord answer, Translation translation, bool canBeShared)
    {
        var buttons = new List<Component>(5);
        if (!answer.Citations.IsEmpty)
        {
            buttons.Add(Button(Secondary, customIds.Create(Context, State(answer.Id)), translation.ShowContext));
        }

        buttons.Add(Button(Secondary, customIds.Create(FollowUp, State(answer.Id)), translation.FollowUp));
        buttons.Add(Button(Secondary, customIds.Create(Good, State(answer.Id)), translation.Good, "👍"));
        buttons.Add(Button(Secondary, customIds.Create(Wrong, State(answer.Id)), translation.Wrong, "👎"));
        if (canBeShared)
        {
            buttons.Add(Button(Primary, customIds.Create(Share, State(answer.Id), new Snowflake(answer.Person)), translation.Share));
        }

        return [Row(buttons)];
    }

    /// <summary>Questions that an article does answer, and all articles instead of one; nothing where there is neither.</summary>
    /// <param name="article">Id of the one that answers them.</param>
    /// <param name="refused">The answer that did not say; null where all articles have been asked.</param>
    public IReadOnlyList<Component> Instead(IReadOnlyList<string> questions, string? article, ulong? refused, Translation translation)
    {
        List<Component> buttons =
        [
            .. questions.Select((question, i) => Button(Secondary, customIds.Create(Example, string.Create(CultureInfo.InvariantCulture, $"{i}:{article}")), question)),
            .. refused is { } answer ? [Button(Primary, customIds.Create(AskAll, State(answer)), translation.AskAll)] : Array.Empty<Component>(),
        ];
        return buttons.Count == 0 ? [] : [Row(buttons)];
    }

    /// <summary>The article in the state of a button of <see cref="Instead"/>.</summary>
    public static string? ArticleIn(string state) => state.Split(':', 2) is [_, { Length: > 0 } article] ? article : null;

    /// <summary>What stands on the button that was pressed; null when its message does not hold it.</summary>
    public static string? LabelOfPressed(Interaction interaction) =>
        interaction.Data?.CustomId is { } pressed ? Descend(interaction.Message?.Components ?? []).FirstOrDefault(component => component.CustomId == pressed)?.Label : null;

    /// <summary>Under the sentence that something went wrong.</summary>
    public IReadOnlyList<Component> ToRetry(ulong answer, Translation translation) => [Row([Button(Primary, customIds.Create(Retry, State(answer)), translation.Retry, "🔁")])];

    /// <summary>To page: nothing where there is one page only.</summary>
    /// <param name="action">Whoever shows the other pages; is given the answer's id and the page.</param>
    /// <param name="page">From 0.</param>
    public IReadOnlyList<Component> ToPage(string action, ulong answer, int page, int pages, Translation translation) => pages < 2
        ? []
        : [Row([
            Button(Secondary, customIds.Create(action, State(answer, Math.Max(page - 1, 0))), translation.Previous, "◀") with { Disabled = page == 0 },
            Button(Secondary, customIds.Create(action, State(answer, Math.Min(page + 1, pages - 1))), translation.Next, "▶") with { Disabled = page == pages - 1 },
        ])];

    /// <summary>A choice among the citations of an answer; nothing where there is one only.</summary>
    /// <param name="whole">Name of the choice that means all of them; null for none.</param>
    /// <param name="chosen">Number of the citation that is chosen already.</param>
    public IReadOnlyList<Component> ToChoose(string action, AnswerRecord answer, Translation translation, string? whole, int? chosen)
    {
        var options = answer.Citations.Take(MostOptions - (whole is null ? 0 : 1)).Select(citation => new SelectOption(
            $"[{citation.Number}] {SourceNote.Paragraph(citation)}",
            citation.Number.ToString(CultureInfo.InvariantCulture),
            SourceNote.Shortened(citation.Quote, LongestDescription),
            citation.Number == chosen));
        return answer.Citations.Length < 2 && whole is null
            ? []
            : [Row([new Component
            {
                Type = ComponentType.StringSelect,
                CustomId = customIds.Create(action, State(answer.Id)),
                Options = whole is null ? [.. options] : [.. options, new SelectOption(whole, "0")],
                Placeholder = whole is null ? translation.WhichCitation : translation.WhatIsWrong,
            }])];
    }

    /// <summary>The form for a question.</summary>
    /// <param name="action">Who takes what is typed.</param>
    /// <param name="example">Stands in the empty field.</param>
    public ModalForm QuestionForm(string action, string state, string title, Translation translation, string? example, params IReadOnlyList<Component> more) => new(
        customIds.Create(action, state),
        title,
        [Field(translation.QuestionLabel, Input("question", ParagraphInput) with { Placeholder = example, MaxLength = limits.Value.QuestionLength }), .. more]);

    /// <summary>A short field of a form, filled in already.</summary>
    public static Component Filled(string id, string label, string value) => Field(label, Input(id, ShortInput) with { Value = value });

    /// <summary>The id of the answer in the state of a button; 0, which no answer has, when there is none.</summary>
    public static ulong AnswerIn(string state) => ulong.TryParse(state.Split(':', 2)[0], CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The page in the state of a button of <see cref="ToPage"/>.</summary>
    public static int PageIn(string state) =>
        state.Split(':') is [_, var page] && int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The answer whose buttons stand under a message of the bot; null when there are none, or another bot's.</summary>
    public ulong? AnswerUnder(Message message)
    {
        foreach (var component in Descend(message.Components))
        {
            if (customIds.TryRead(component.CustomId, null, out var action, out var state) && action is FollowUp && AnswerIn(state) is > 0 and var id)
            {
                return id;
            }
        }

        return null;
    }

    private static IEnumerable<Component> Descend(IReadOnlyList<Component> components) =>
        components.SelectMany(component => Descend(component.Components ?? []).Prepend(component));

    private static string State(ulong answer) => answer.ToString(CultureInfo.InvariantCulture);

    private static string State(ulong answer, int page) => string.Create(CultureInfo.InvariantCulture, $"{answer}:{page}");

    private static Component Row(IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    private static Component Button(int style, string customId, string? label, string? emoji = null) =>
        new() { Type = ComponentType.Button, Style = style, CustomId = customId, Label = label, Emoji = emoji is null ? null : new Emoji(emoji) };

    private static Component Field(string label, Component input) => new() { Type = ComponentType.Label, Label = label, Child = input };

    private static Component Input(string id, int style) => new() { Type = ComponentType.TextInput, CustomId = id, Style = style, Required = true };
}
