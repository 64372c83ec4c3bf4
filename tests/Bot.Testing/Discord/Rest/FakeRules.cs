using System.Text.Json.Nodes;
using Bot.Discord.Model;

namespace Bot.Testing.Discord.Rest;

/// <summary>The rules for messages, forms and suggestions that Discord enforces and its API description does not tell. Lengths are UTF-16 code units,
/// the strictest of the counts that Discord might use.</summary>
internal static class FakeRules
{
    private const int LargestFile = 10 * 1024 * 1024;
    private const int MostComponents = 40;
    private const int MostDisplayText = 4000;

    public enum Place
    {
        Channel,
        Interaction,
        Edit,
    }

    /// <param name="before">For an update: the message as it was.</param>
    public static FakeAnswer? CheckCallback(int type, JsonObject? data, IReadOnlyDictionary<string, FakeFile> files, JsonObject? before = null) => type switch
    {
        4 => data is null ? FakeAnswer.Form("data", "BASE_TYPE_REQUIRED") : Under("data", CheckMessage(data, files, Place.Interaction, null)),
        5 when (Flags(data) & ~(int)MessageFlags.Ephemeral) != 0 => FakeAnswer.Form("data.flags", "INVALID_FLAGS"),
        7 => data is null ? FakeAnswer.Form("data", "BASE_TYPE_REQUIRED") : Under("data", CheckMessage(data, files, Place.Edit, before ?? new JsonObject { ["content"] = "before" })),
        8 when data?["choices"] is not JsonArray { Count: <= 25 } choices || choices.Any(choice => Length(choice!["name"]) is 0 or > 100 || Length(choice["value"]) > 100) =>
            FakeAnswer.Form("data.choices", "BASE_TYPE_BAD_LENGTH"),
        9 => CheckModal(data),
        _ => null,
    };

    /// <param name="before">The message as it was, for an edit.</param>
    public static FakeAnswer? CheckMessage(JsonObject message, IReadOnlyDictionary<string, FakeFile> files, Place place, JsonObject? before)
    {
        var settable = place switch
        {
            Place.Channel => MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2,
            Place.Interaction => MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
            _ => MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2,
        };
        if ((Flags(message) & ~(int)settable) != 0)
        {
            return FakeAnswer.Form("flags", "INVALID_FLAGS");
        }

        if (before is null && Length(message["content"]) == 0 && Count(message["embeds"]) == 0 && Count(message["components"]) == 0 && files.Count == 0)
        {
            return FakeAnswer.Error(400, 50006, "Cannot send an empty message");
        }

        if (Length(message["content"]) > 2000)
        {
            return FakeAnswer.Form("content", "BASE_TYPE_MAX_LENGTH");
        }

        if (Length(message["nonce"]) > 25)
        {
            return FakeAnswer.Form("nonce", "BASE_TYPE_MAX_LENGTH");
        }

        if (files.Count > 10 || files.Values.Any(file => file.Length > LargestFile))
        {
            return FakeAnswer.Error(413, 40005, "Request entity too large");
        }

        return CheckMentions(message["allowed_mentions"] as JsonObject) ?? CheckEmbeds(message["embeds"] as JsonArray) ?? CheckComponents(message, place, before);
    }

    private static FakeAnswer? CheckMentions(JsonObject? mentions)
    {
        var parse = (mentions?["parse"] as JsonArray)?.Select(kind => kind?.GetValue<string>()).ToList() ?? [];
        return (parse.Contains("users") && Count(mentions!["users"]) > 0) || (parse.Contains("roles") && Count(mentions!["roles"]) > 0)
            ? FakeAnswer.Form("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")
            : null;
    }

    private static FakeAnswer? CheckEmbeds(JsonArray? embeds)
    {
        var total = 0;
        for (var index = 0; index < (embeds?.Count ?? 0); index++)
        {
            var embed = (JsonObject)embeds![index]!;
            var fields = embed["fields"] as JsonArray ?? [];
            if (Length(embed["title"]) > 256 || Length(embed["description"]) > 4096 || Length(embed["footer"]?["text"]) > 2048 || Length(embed["author"]?["name"]) > 256
                || fields.Count > 25 || fields.Any(field => Length(field!["name"]) is 0 or > 256 || Length(field["value"]) is 0 or > 1024))
            {
                return FakeAnswer.Form($"embeds.{index}", "BASE_TYPE_MAX_LENGTH");
            }

            total += Length(embed["title"]) + Length(embed["description"]) + Length(embed["footer"]?["text"]) + Length(embed["author"]?["name"])
                + fields.Sum(field => Length(field!["name"]) + Length(field["value"]));
        }

        return total > 6000 || embeds?.Count > 10 ? FakeAnswer.Form("embeds", "MAX_EMBED_SIZE_EXCEEDED") : null;
    }

    private static FakeAnswer? CheckComponents(JsonObject message, Place place, JsonObject? before)
    {
        var components = message["components"] as JsonArray ?? [];
        var all = components.SelectMany(Descend).ToList();
        var second = ((Flags(message) | Flags(before)) & (int)MessageFlags.IsComponentsV2) != 0;
        if (second)
        {
            // Text that stands there already must be taken away expressly.
            if (Length(message["content"]) > 0 || Count(message["embeds"]) > 0 || (Length(before?["content"]) > 0 && !message.ContainsKey("content") && place == Place.Edit))
            {
                return FakeAnswer.Form("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
            }

            if (all.Count > MostComponents || all.Where(component => Type(component) == ComponentType.TextDisplay).Sum(component => Length(component["content"])) > MostDisplayText)
            {
                return FakeAnswer.Form("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
            }
        }
        else if (components.Count > 5 || components.Any(component => Type((JsonObject)component!) != ComponentType.ActionRow))
        {
            return FakeAnswer.Form("components", "BASE_TYPE_BAD_LENGTH");
        }

        var ids = all.Select(component => component["custom_id"]?.GetValue<string>()).OfType<string>().ToList();
        if (ids.Any(id => id.Length is 0 or > 100) || ids.Distinct().Count() < ids.Count)
        {
            return FakeAnswer.Form("components", "COMPONENT_CUSTOM_ID_DUPLICATED");
        }

        return all.Select(CheckComponent).FirstOrDefault(wrong => wrong is not null);
    }

    private static FakeAnswer? CheckComponent(JsonObject component)
    {
        var children = component["components"] as JsonArray ?? [];
        var style = component["style"]?.GetValue<int>() ?? 0;
        var right = Type(component) switch
        {
            ComponentType.ActionRow => children.Count is >= 1 and <= 5 && (children.Count == 1 || children.All(child => Type((JsonObject)child!) == ComponentType.Button)),
            ComponentType.Button => Length(component["label"]) <= 80
                && (style == 5 ? Length(component["url"]) is > 0 and <= 512 && component["custom_id"] is null : style is >= 1 and <= 4 && component["custom_id"] is not null),
            ComponentType.StringSelect => component["custom_id"] is not null && Count(component["options"]) is >= 1 and <= 25
                && ((JsonArray)component["options"]!).All(option => Length(option!["label"]) is > 0 and <= 100 && Length(option["value"]) is > 0 and <= 100),
            ComponentType.Section => children.Count is >= 1 and <= 3 && component["accessory"] is not null,
            ComponentType.TextDisplay => Length(component["content"]) is > 0 and <= MostDisplayText,
            _ => true,
        };
        return right ? null : FakeAnswer.Form("components", "COMPONENT_INVALID");
    }

    private static FakeAnswer? CheckModal(JsonObject? data) =>
        data is null || Length(data["custom_id"]) is 0 or > 100 || Length(data["title"]) is 0 or > 45 || Count(data["components"]) is 0 or > 5
        || ((JsonArray)data["components"]!).SelectMany(Descend).Any(component => component["disabled"] is not null || Length(component["value"]) > 4000
            || (Type(component) == ComponentType.Label && (Length(component["label"]) is 0 or > 45 || component["component"] is null)))
            ? FakeAnswer.Form("data", "MODAL_INVALID")
            : null;

    private static FakeAnswer? Under(string parent, FakeAnswer? answer)
    {
        if (answer?.Text is null || JsonNode.Parse(answer.Text) is not JsonObject body || body["errors"] is not { } errors)
        {
            return answer;
        }

        body["errors"] = new JsonObject { [parent] = errors.DeepClone() };
        return answer with { Text = body.ToJsonString() };
    }

    private static IEnumerable<JsonObject> Descend(JsonNode? node)
    {
        if (node is not JsonObject component)
        {
            yield break;
        }

        yield return component;
        foreach (var child in (component["components"] as JsonArray ?? []).Append(component["accessory"]).Append(component["component"]).SelectMany(Descend))
        {
            yield return child;
        }
    }

    private static ComponentType Type(JsonObject component) => (ComponentType)(component["type"]?.GetValue<int>() ?? 0);

    private static int Flags(JsonObject? message) => message?["flags"]?.GetValue<int>() ?? 0;

    private static int Count(JsonNode? node) => node is JsonArray items ? items.Count : 0;

    private static int Length(JsonNode? text) => text is JsonValue value && value.TryGetValue<string>(out var characters) ? characters.Length : 0;
}
