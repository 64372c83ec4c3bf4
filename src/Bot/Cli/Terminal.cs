using Bot.Articles.Fetching;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>What a verb reads from and writes to.</summary>
/// <param name="Console">Text for a person: colours and wrapping where the terminal has them, plain unwrapped lines in a pipe.</param>
/// <param name="Output">Standard output, for JSON and nothing else beside it.</param>
/// <param name="Error">Standard error: one plain line for each thing that went wrong.</param>
/// <param name="Input">Standard input, for <c>chat</c>.</param>
/// <param name="IsInteractive">True when a person types the input.</param>
internal sealed record Terminal(IAnsiConsole Console, TextWriter Output, TextWriter Error, TextReader Input, bool IsInteractive)
{
    /// <summary>Where a verb fetches articles from; the machine's own network outside of tests.</summary>
    public Network Network { get; init; } = Network.Real;

    /// <summary>True when a person reads standard error as it is written.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The same words on one line: line breaks and control characters of a path or an argument cannot forge a second message.</summary>
    public async Task<int> FailAsync(string message, int exitCode)
    {
        var line = string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c));
        await Error.WriteLineAsync(line);
        return exitCode;
    }
}

/// <summary>The exit codes of every verb.</summary>
internal static class ExitCode
{
    /// <summary>Also “the article does not say”.</summary>
    public const int Answered = 0;

    public const int Failed = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;
}
