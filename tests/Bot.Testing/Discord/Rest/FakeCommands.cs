using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Testing.Discord.Rest;

/// <summary>The commands an application has registered, globally and per guild.</summary>
public sealed partial class FakeCommands
{
    private const int MostOfKind = 100;
    private const int MostMenuCommands = 15;
    private const int MostCharacters = 8000;
    private const int MostCreatesADay = 200;

    private readonly FakeDiscord _discord;
    private readonly ConcurrentDictionary<string, IReadOnlyList<JsonObject>> _scopes = new();
    private readonly Dictionary<string, int> _creates = [];

    internal FakeCommands(FakeDiscord discord) => _discord = discord;

    public IReadOnlyList<JsonObject> Global => _scopes.GetValueOrDefault("", []);

    public IReadOnlyList<JsonObject> InGuild(string guild) => _scopes.GetValueOrDefault(guild, []);

    /// <summary>Forgets all global commands.</summary>
    public void Clear() => _scopes.TryRemove("", out _);

    internal void Map(Action<string, string, Func<FakeRequest, FakeAnswer>> map)
    {
        foreach (var path in (string[])["/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands"])
        {
            map("GET", path, request => FakeAnswer.Ok(ToArray(_scopes.GetValueOrDefault(request["guild_id"], []))));
            map("PUT", path, request => Overwrite(request["guild_id"], request["application_id"], (JsonArray)request.Body!));
            map("POST", path, request => Add(request["guild_id"], request["application_id"], (JsonObject)request.Body!));
        }
    }

    /// <summary>Names of options that this server does not know, as servers other than Discord may not.</summary>
    public IReadOnlyCollection<string> UnknownOptions { get; set; } = [];

    private static JsonArray ToArray(IEnumerable<JsonObject> commands) => new([.. commands.Select(command => command.DeepClone())]);

    private static string? Wrong(JsonObject command, bool global)
    {
        var type = command["type"]?.GetValue<int>() ?? 1;
        var name = command["name"]?.GetValue<string>() ?? "";
        var description = command["description"]?.GetValue<string>() ?? "";
        if (type == 1 ? !SlashName().IsMatch(name) || name.Any(char.IsUpper) : name.Length is 0 or > 32)
        {
            return "name";
        }

        if (type == 1 ? description.Length is 0 or > 100 : description.Length > 0)
        {
            return "description";
        }

        if (!global && (command["contexts"] is not null || command["integration_types"] is not null))
        {
            return "contexts";
        }

        return Characters(command) > MostCharacters ? "options" : WrongOptions(command["options"] as JsonArray, "options", 0);
    }

    private static string? WrongOptions(JsonArray? options, string path, int depth)
    {
        if (options is null)
        {
            return null;
        }

        var names = new HashSet<string>();
        var optionalSeen = false;
        for (var index = 0; index < options.Count; index++)
        {
            var option = (JsonObject)options[index]!;
            var at = $"{path}.{index}";
            var type = option["type"]?.GetValue<int>() ?? 0;
            var name = option["name"]?.GetValue<string>() ?? "";
            var required = option["required"]?.GetValue<bool>() == true;
            if (!SlashName().IsMatch(name) || name.Any(char.IsUpper) || !names.Add(name))
            {
                return $"{at}.name";
            }

            if ((option["description"]?.GetValue<string>() ?? "").Length is 0 or > 100)
            {
                return $"{at}.description";
            }

            if ((required && optionalSeen) || (type is 1 or 2 && (required || depth > type % 2)))
            {
                return $"{at}.required";
            }

            optionalSeen |= !required;
            var choices = option["choices"] as JsonArray;
            if (choices?.Count > 25 || (choices is not null && option["autocomplete"]?.GetValue<bool>() == true))
            {
                return $"{at}.choices";
            }

            if (WrongOptions(option["options"] as JsonArray, $"{at}.options", depth + 1) is { } inner)
            {
                return inner;
            }
        }

        return options.Count > 25 ? path : null;
    }

    private static int Characters(JsonNode? node) => node switch
    {
        JsonObject command => Length(command["name"]) + Length(command["description"]) + Length(command["value"])
            + Characters(command["options"]) + Characters(command["choices"]),
        JsonArray items => items.Sum(Characters),
        _ => 0,
    };

    private static int Length(JsonNode? text) => text is JsonValue value && value.TryGetValue<string>(out var characters) ? characters.Length : 0;

    private FakeAnswer Overwrite(string guild, string application, JsonArray commands)
    {
        if (application != _discord.Options.ApplicationId.ToString())
        {
            return FakeAnswer.Error(403, 20012, "You are not authorized to perform this action on this application");
        }

        var given = commands.Select(command => (JsonObject)command!).ToList();
        foreach (var kind in given.GroupBy(command => command["type"]?.GetValue<int>() ?? 1))
        {
            if (kind.Count() > (kind.Key == 1 ? MostOfKind : MostMenuCommands))
            {
                return FakeAnswer.Error(400, 30032, "Maximum number of application commands reached");
            }
        }

        for (var index = 0; index < given.Count; index++)
        {
            if ((Wrong(given[index], guild.Length == 0) ?? Unknown(given[index])) is { } field)
            {
                return FakeAnswer.Form($"{index}.{field}", "APPLICATION_COMMAND_INVALID");
            }
        }

        if (given.DistinctBy(Identity).Count() < given.Count)
        {
            return FakeAnswer.Error(400, 40041, "Application command names must be unique");
        }

        lock (_creates)
        {
            var before = _scopes.GetValueOrDefault(guild, []);
            var known = before.ToDictionary(Identity);
            var creates = _creates.GetValueOrDefault(guild) + given.Count(command => !known.ContainsKey(Identity(command)));
            if (creates > MostCreatesADay)
            {
                return FakeAnswer.Error(400, 30034, "Max number of daily application command creates has been reached (200)");
            }

            _creates[guild] = creates;
            List<JsonObject> after = [.. given.Select(command => Register(command, known.GetValueOrDefault(Identity(command)), guild))];
            _scopes[guild] = after;
            return FakeAnswer.Ok(ToArray(after));
        }
    }

    private FakeAnswer Add(string guild, string application, JsonObject command)
    {
        lock (_creates)
        {
            JsonArray all = [.. _scopes.GetValueOrDefault(guild, []).Where(known => Identity(known) != Identity(command)).Append(command).Select(one => one.DeepClone())];
            var answer = Overwrite(guild, application, all);
            return answer.Status == 200 ? FakeAnswer.Ok(_scopes[guild][^1].DeepClone(), 201) : answer;
        }
    }

    private string? Unknown(JsonObject command) =>
        (command["options"] as JsonArray ?? []).Any(option => UnknownOptions.Contains(option!["name"]!.GetValue<string>())) ? "options" : null;

    private static (int Type, string Name) Identity(JsonObject command) => (command["type"]?.GetValue<int>() ?? 1, command["name"]!.GetValue<string>());

    private JsonObject Register(JsonObject command, JsonObject? before, string guild)
    {
        var registered = (JsonObject)command.DeepClone();
        registered["id"] = before?["id"]?.GetValue<string>() ?? _discord.NextId().ToString();
        registered["application_id"] = _discord.Options.ApplicationId.ToString();
        registered["version"] = _discord.NextId().ToString();
        registered["type"] ??= 1;
        registered["description"] ??= "";
        registered["default_member_permissions"] ??= null;
        registered["nsfw"] ??= false;
        if (guild.Length > 0)
        {
            registered["guild_id"] = guild;
        }

        return registered;
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$")]
    private static partial Regex SlashName();
}
