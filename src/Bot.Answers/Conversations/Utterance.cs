using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Answers.Conversations;

public enum UtteranceKind
{
    Question,

    /// <summary>Nothing but a greeting or thanks.</summary>
    Greeting,

    /// <summary>Asks who the bot is or what it can do.</summary>
    Introduction,

    /// <summary>Asks what the article says as a whole.</summary>
    Overview,

    /// <summary>No words at all.</summary>
    Nothing,
}

/// <summary>What a user wrote to the bot, without what stands around a question in a chat.</summary>
/// <param name="Question">The question without mentions, emoji, addresses, emphasis, greeting and thanks; empty where nothing is left.</param>
public sealed partial record Utterance(UtteranceKind Kind, string Question)
{
    /// <param name="text">As it was typed, with Discord's markup.</param>
    public static Utterance Read(string text)
    {
        var plain = SpaceBeforeMark().Replace(Spaces().Replace(WithoutEmoji(Markup().Replace(text, " ")), " "), "").Trim();
        var question = WithoutCourtesy(plain);
        var said = Letters().Replace(question.Replace('’', '\''), " ").Trim().ToLowerInvariant();
        var kind = said.Length == 0 ? plain.Any(char.IsLetter) ? UtteranceKind.Greeting : UtteranceKind.Nothing
            : Courtesies.Greetings.Contains(said) ? UtteranceKind.Greeting
            : Courtesies.Introductions.Contains(said) ? UtteranceKind.Introduction
            : Courtesies.Overviews.Contains(said) ? UtteranceKind.Overview
            : UtteranceKind.Question;
        return new Utterance(kind, question);
    }

    /// <summary>Whether two questions differ in nothing but capitals, their last mark, and an “and” or “but” before them.</summary>
    public static bool AreTheSame(string one, string other) => string.Equals(new FollowUp(one).Bare, new FollowUp(other).Bare, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without greetings and addresses before the question, and thanks and addresses behind it, however many there are.</summary>
    private static string WithoutCourtesy(string text)
    {
        for (string before = ""; text != before;)
        {
            before = text;
            if (Courtesies.Opening.Match(text) is { Success: true } opening && MayBegin(text[opening.Length..]))
            {
                text = text[opening.Length..].TrimStart();
            }

            if (Courtesies.Closing.Match(text) is { Success: true } closing)
            {
                text = text[..closing.Index].TrimEnd(' ', ',') + (closing.Value.Contains('?', StringComparison.Ordinal) ? "?" : "");
            }
        }

        return text.Trim(' ', ',', ';') is "?" or "!" or "." ? "" : text.Trim(' ', ',', ';');
    }

    /// <summary>Whether a sentence may begin here: “hello Kitty” is a name, “hello when” and “hello, Kitty” are none.</summary>
    private static bool MayBegin(string rest) =>
        rest.Length == 0 || !char.IsLetterOrDigit(rest[0]) || !char.IsUpper(rest[0]) || Courtesies.QuestionWord.IsMatch(rest);

    private static string WithoutEmoji(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value is >= 0x1F000 and < 0x20000 or >= 0x2600 and < 0x27C0 or >= 0xE0000 and < 0xE0080 or 0x200D or 0xFE0E or 0xFE0F or 0x20E3 ? kept.Append(' ') : kept.Append(rune);
        }

        return kept.ToString();
    }

    // Custom emoji, mentions, timestamps, addresses, emoji by name, marks of quotes and emphasis.
    [GeneratedRegex(
        @"<a?:\w{1,64}:\d+>|<(?:@[!&]?|\#)\d+>|<t:-?\d+(?::\w)?>|</[^<>\n]{1,100}:\d+>|<id:\w+>|<?(?:https?://|www\.)\S+|(?<!\w):[a-z]\w{1,31}:(?!\w)|^\s*>{1,3}\s|\*+|__+|~~|\|\||`+|(?<!\w)_|_(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    // What was taken out before it leaves one behind.
    [GeneratedRegex(@" (?=[?!,;])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"[^\p{L}\p{N}']+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
