using Bot.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Operations;

public sealed class ConsoleLinesTests
{
    private readonly ConsoleLines _lines = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 10, 35, 24, TimeSpan.Zero)));

    [Fact]
    public void An_entry_is_one_line_with_the_time_in_utc_the_level_and_the_part() => Assert.Equal(
        "2026-11-30 10:35:24Z info GatewayClient: Shard 0 is connected" + Environment.NewLine, Write(LogLevel.Information, "Shard 0 is connected"));

    [Fact]
    public void Text_from_outside_cannot_forge_a_second_entry() => Assert.Single(
        Write(LogLevel.Warning, "a\n2026-11-30 10:35:24Z crit All: gone\u001b[31m").Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_warning_says_what_failed_in_a_line_and_an_error_also_where()
    {
        var failure = new InvalidOperationException("outer", new IOException("The disk is full."));

        Assert.EndsWith("  InvalidOperationException: The disk is full." + Environment.NewLine, Write(LogLevel.Warning, "x", failure), StringComparison.Ordinal);
        Assert.Contains("---> System.IO.IOException: The disk is full.", Write(LogLevel.Error, "x", failure), StringComparison.Ordinal);
    }

    private string Write(LogLevel level, string message, Exception? failure = null)
    {
        using var writer = new StringWriter();
        _lines.Write(new LogEntry<string>(level, "Bot.Discord.Gateway.GatewayClient", default, message, failure, (state, _) => state), null, writer);
        return writer.ToString();
    }
}
