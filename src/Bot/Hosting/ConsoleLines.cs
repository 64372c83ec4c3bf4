using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>A log for people, one line an entry: <c>2026-11-30 10:35:24Z warn GatewayClient: Shard 0 …</c>. A failure's stack follows on lines of its own.</summary>
/// <remarks><c>Logging:Console:FormatterName=json</c> writes JSON instead.</remarks>
internal sealed class ConsoleLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "lines";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var category = logEntry.Category.AsSpan();
        textWriter.Write(time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z '", CultureInfo.InvariantCulture));
        textWriter.Write(Level(logEntry.LogLevel));
        textWriter.Write(category[(category.LastIndexOf('.') + 1)..]);
        textWriter.Write(": ");
        WriteLine(textWriter, logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } exception)
        {
            // What is expected to fail now and then is told in a line, all other failures with where they come from.
            if (logEntry.LogLevel < LogLevel.Error)
            {
                WriteLine(textWriter, $"  {exception.GetType().Name}: {exception.GetBaseException().Message}");
            }
            else
            {
                textWriter.WriteLine(exception.ToString());
            }
        }
    }

    // Text from outside cannot forge a second entry.
    private static void WriteLine(TextWriter writer, string text) =>
        writer.WriteLine(text.AsSpan().ContainsAnyInRange('\0', '\x1f') ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text);

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce ",
        LogLevel.Debug => "dbug ",
        LogLevel.Information => "info ",
        LogLevel.Warning => "warn ",
        LogLevel.Error => "fail ",
        _ => "crit ",
    };
}

internal static class ConsoleLogging
{
    /// <summary>In lines, or as <c>Logging:Console:FormatterName</c> says.</summary>
    public static ILoggingBuilder AddConsoleLines(this ILoggingBuilder logging, IConfiguration configuration, bool toStandardError)
    {
        logging.AddConsole(console =>
        {
            console.FormatterName = configuration["Logging:Console:FormatterName"] ?? ConsoleLines.FormatterName;
            console.LogToStandardErrorThreshold = toStandardError ? LogLevel.Trace : LogLevel.None;
        });
        logging.AddConsoleFormatter<ConsoleLines, ConsoleFormatterOptions>();
        return logging;
    }
}
