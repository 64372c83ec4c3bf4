using Bot.Configuration;
using Bot.Hosting;
using Bot.Storage;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot.Cli;

/// <summary>What every verb is given: the terminal, and the settings that stood on the command line.</summary>
internal sealed record CommandContext(Terminal Terminal, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The bot's services with the library open.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    /// <exception cref="Articles.UserFacingException">The library cannot be opened.</exception>
    public async Task<ServiceProvider> OpenAsync(CancellationToken cancellationToken)
    {
        var configuration = BotHost.Configuration(Settings);
        var services = new ServiceCollection().AddBotOptions(configuration);
        Database database;
        await using (var options = services.BuildServiceProvider())
        {
            database = await BotHost.OpenDatabaseAsync(configuration, options.GetRequiredService<IOptions<StorageOptions>>().Value, cancellationToken);
        }

        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        return services.AddBot(configuration, database, Terminal.Network).BuildServiceProvider();
    }

    /// <summary>Only the settings, validated.</summary>
    public ServiceProvider Configure() => new ServiceCollection().AddBotOptions(BotHost.Configuration(Settings)).BuildServiceProvider();
}
