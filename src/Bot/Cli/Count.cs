using System.Globalization;

namespace Bot.Cli;

/// <summary>“1 speaker”, “2 speakers”: for words that take an s.</summary>
internal static class Count
{
    public static string Of(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
