using System.Text.Json.Nodes;
using Bot.Testing.Discord.Rest;
using Microsoft.AspNetCore.Routing;

namespace Bot.Testing.Discord;

/// <content>The REST half.</content>
public sealed partial class FakeDiscord
{
    /// <summary>What the bot has called, what it has made, and the switches that make the API misbehave.</summary>
    public FakeRest Rest { get; private set; } = null!;

    /// <summary>A person does something: the interaction becomes answerable and goes out over the gateway.</summary>
    public FakeInteraction Interact(JsonObject interaction)
    {
        var known = Rest.Register(interaction);
        Gateway.Dispatch("INTERACTION_CREATE", interaction.DeepClone());
        return known;
    }

    partial void MapRest(RouteGroupBuilder api)
    {
        Rest = new FakeRest(this);
        Rest.Map(api);
    }
}
