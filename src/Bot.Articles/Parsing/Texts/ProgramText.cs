using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing.Texts;

/// <summary>Tells source code, and what programs write for one another, from an article.</summary>
internal static partial class ProgramText
{
    private const string Symbols = "{}[]=<>_\\|;";

    // Of a thousand news articles none had over 2 % of such symbols; one, a transcript, had 15 % of its letters in lines like code.
    private const double MostSymbols = 0.05;
    private const double MostCode = 0.3;
    private const int FewestLines = 3;

    // A paragraph on one line, with an address or a tag in it.
    private const int LongestLine = 200;

    public static bool Is(string text)
    {
        if (text.StartsWith("#!", StringComparison.Ordinal))
        {
            return true;
        }

        int letters = 0, symbols = 0, code = 0, lines = 0;
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            var line = whole.Trim();
            letters += line.Length;
            foreach (var symbol in Symbols)
            {
                symbols += line.Count(symbol);
            }

            if (line.Length < LongestLine && Code().IsMatch(line))
            {
                code += line.Length;
                lines++;
            }
        }

        return symbols > MostSymbols * letters || (lines >= FewestLines && code > MostCode * letters);
    }

    /// <summary>Braces or a semicolon at the end, comments and tags at the beginning; calls, assignments, arrows and words with underscores anywhere.</summary>
    [GeneratedRegex(
        """[{};]$|^(?://|/\*|<[!?/\w]|[{}\[\]()]+[,;)]*$|import \S+$|from \S+ import|#(?:include|define|if|end)|def |return |(?:el)?if .*:$|@\w+\()|[A-Za-z_]\w*\.?\w+\(|[=!<>+|&*-]=|\s=\s|\w=["\w]|::|->|=>|&&|\|\||\b[a-z]+_[a-z_]+\b|\$[A-Za-z_{(]|^"[^"]*"\s*:""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
