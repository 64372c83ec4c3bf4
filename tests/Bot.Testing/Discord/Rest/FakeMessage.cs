using System.Text.Json.Nodes;
using Bot.Discord.Model;

namespace Bot.Testing.Discord.Rest;

/// <summary>Reads messages as people do.</summary>
public static class FakeMessage
{
    /// <summary>Everything there is to read, line by line, whether the message is plain text or made of components; not what stands on buttons.</summary>
    public static string TextOf(JsonObject message)
    {
        var plain = message["content"]?.GetValue<string>() ?? "";
        return plain.Length > 0 ? plain : string.Join('\n', Components(message)
            .Where(component => component["type"]!.GetValue<int>() == (int)ComponentType.TextDisplay)
            .Select(display => display["content"]!.GetValue<string>()));
    }

    /// <summary>All components of a message, those inside others too.</summary>
    public static IEnumerable<JsonObject> Components(JsonObject message) =>
        (message["components"] as JsonArray ?? []).SelectMany(component => Descend(component!.AsObject()));

    private static IEnumerable<JsonObject> Descend(JsonObject component) =>
        (component["components"] as JsonArray ?? []).Append(component["accessory"]).OfType<JsonObject>().SelectMany(Descend).Prepend(component);
}
