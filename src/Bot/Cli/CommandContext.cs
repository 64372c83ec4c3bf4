using Bot.Configuration;
using Bot.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Cli;

/// <summary>What every verb is given: the terminal, and the settings that stood on the command line.</summary>
internal sealed record CommandContext(Terminal Terminal, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The bot with its library open; whoever asks closes it.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    /// <exception cref="Articles.OperatorException">The library cannot be opened.</exception>
    public async Task<OpenBot> OpenAsync(CancellationToken cancellationToken)
    {
        var bot = new OpenBot(Build());
        try
        {
            await bot.Host.OpenAsync(cancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same with the library still closed.</summary>
    public IHost Build() => BotHost.ForVerb(SettingSources.Read(Settings), Terminal.Network);
}

/// <summary>The bot for the length of one verb.</summary>
internal sealed class OpenBot(IHost host) : IServiceProvider, IAsyncDisposable
{
    public IHost Host => host;

    public object? GetService(Type serviceType) => host.Services.GetService(serviceType);

    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)host).DisposeAsync();
}
