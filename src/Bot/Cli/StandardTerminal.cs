using System.Diagnostics.CodeAnalysis;
using System.Text;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>The process's own standard streams; the one place that names them.</summary>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Everything else writes to the terminal it is given.")]
internal static class StandardTerminal
{
    // A pipe has no width: lines are left whole so that grep and friends see what was written.
    private const int PipeWidth = 100_000;

    public static Terminal Open()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // NO_COLOR asks for no colours; bold and dim go with them. https://no-color.org
            Ansi = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = ColorSystemSupport.Detect,
            Interactive = Console.IsOutputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Console.IsOutputRedirected ? PipeWidth : TerminalWidth();
        console.Profile.Capabilities.Unicode = true;
        return new Terminal(console, output, error, Console.In, !Console.IsInputRedirected) { ErrorIsTerminal = !Console.IsErrorRedirected };
    }

    public static Stream OpenInput() => Console.OpenStandardInput();

    public static Stream OpenOutput() => Console.OpenStandardOutput();

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
