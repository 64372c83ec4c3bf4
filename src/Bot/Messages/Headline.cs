
namespace Bot.Messages;

/// <summary>An article's headline inside a sentence of the bot's: escaped, and never longer than a line or two.</summary>
internal static class Headline
{
    private const int Longest = 200;

    public static string Of(string title) => DiscordText.Escape(Shortened(title));

    private static string Shortened(string title) =>
        title.Length <= Longest ? title : $"{title[..(char.IsLowSurrogate(title[Longest - 1]) ? Longest - 2 : Longest - 1)]}…";
}
