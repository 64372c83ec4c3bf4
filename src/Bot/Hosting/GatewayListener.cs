using System.Threading.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Model;

namespace Bot.Hosting;

/// <summary>Hands interactions from the socket to the worker, which starts each at once.</summary>
internal sealed class GatewayListener(GatewayEvents events, InteractionWorker worker) : BackgroundService
{
    private readonly ChannelReader<Interaction> _interactions = events.Interactions();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => worker.ConsumeAsync(_interactions, stoppingToken);
}
