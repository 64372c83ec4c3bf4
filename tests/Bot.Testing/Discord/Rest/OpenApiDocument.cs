using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Testing.Discord.Rest;

/// <summary>Discord's own description of its API, as far as it says what a request body looks like.</summary>
/// <remarks>Reads the keywords that the description uses. Two rules of JSON Schema are bent on purpose, because the description is: a <c>oneOf</c> may match
/// several variants, and a permission set may be a string of digits where an integer is asked for.</remarks>
public sealed class OpenApiDocument
{
    private const string FileName = "openapi.json";
    private const int DeepestSchema = 64;

    private static readonly Lazy<OpenApiDocument?> Found = new(Load);

    private readonly JsonElement _root;

    private OpenApiDocument(JsonElement root) => _root = root;

    /// <summary>The description, if the variable DISCORD_OPENAPI names it or a folder <c>shared/discord</c> lies beside this one or one above.</summary>
    public static OpenApiDocument? Find() => Found.Value;

    /// <returns>What is wrong, with its path; nothing when all is right or the route is not described.</returns>
    public IReadOnlyList<string> Check(string method, string path, JsonNode body)
    {
        if (!_root.GetProperty("paths").TryGetProperty(path, out var item)
            || !item.TryGetProperty(method.ToLowerInvariant(), out var operation)
            || !operation.TryGetProperty("requestBody", out var request)
            || !request.GetProperty("content").TryGetProperty("application/json", out var content))
        {
            return [];
        }

        using var document = JsonDocument.Parse(body.ToJsonString());
        var faults = new List<string>();
        Check(content.GetProperty("schema"), document.RootElement, "", faults, 0);
        return faults;
    }

    private static OpenApiDocument? Load()
    {
        var path = Environment.GetEnvironmentVariable("DISCORD_OPENAPI");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); path is null && folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "discord", FileName);
            path = File.Exists(beside) ? beside : null;
        }

        return path is null ? null : new OpenApiDocument(JsonElement.Parse(File.ReadAllBytes(path)));
    }

    private static string? TypeName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    private static bool HasType(JsonElement type, JsonElement value)
    {
        var name = TypeName(value);
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => HasType(one, value))
            : type.GetString() == name || (type.GetString() == "number" && name == "integer");
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults, int depth)
    {
        if (depth > DeepestSchema || schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            Check(_root.GetProperty("components").GetProperty("schemas").GetProperty(name), value, path, faults, depth + 1);
        }

        if (schema.TryGetProperty("type", out var type) && !HasType(type, value) && !IsPermissionSet(path, value))
        {
            faults.Add($"{path}: expected {type}");
            return;
        }

        CheckVariants(schema, value, path, faults, depth);
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            faults.Add($"{path}: not one of the allowed values");
        }

        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            faults.Add($"{path}: not the one allowed value");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(schema, value.GetString()!, path, faults);
                break;
            case JsonValueKind.Number:
                CheckRange(schema, "minimum", "maximum", value.GetDouble(), path, faults);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, path, faults, depth);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, path, faults, depth);
                break;
        }
    }

    private void CheckVariants(JsonElement schema, JsonElement value, string path, List<string> faults, int depth)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var one in all.EnumerateArray())
            {
                Check(one, value, path, faults, depth + 1);
            }
        }

        if (!schema.TryGetProperty("oneOf", out var variants) && !schema.TryGetProperty("anyOf", out variants))
        {
            return;
        }

        List<string>? nearest = null;
        foreach (var variant in variants.EnumerateArray())
        {
            var wrong = new List<string>();
            Check(variant, value, path, wrong, depth + 1);
            if (wrong.Count == 0)
            {
                return;
            }

            nearest = nearest is null || wrong.Count < nearest.Count ? wrong : nearest;
        }

        faults.Add($"{path}: matches no variant (nearest: {nearest?[0]})");
    }

    private void CheckArray(JsonElement schema, JsonElement value, string path, List<string> faults, int depth)
    {
        CheckRange(schema, "minItems", "maxItems", value.GetArrayLength(), path, faults);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (schema.TryGetProperty("items", out var items))
            {
                Check(items, item, $"{path}.{index}", faults, depth + 1);
            }

            index++;
        }

        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean()
            && value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() < index)
        {
            faults.Add($"{path}: items repeat");
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string path, List<string> faults, int depth)
    {
        CheckRange(schema, "minProperties", "maxProperties", value.EnumerateObject().Count(), path, faults);
        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}.{name}: missing"));
        }

        var hasProperties = schema.TryGetProperty("properties", out var properties);
        foreach (var property in value.EnumerateObject())
        {
            if (hasProperties && properties.TryGetProperty(property.Name, out var known))
            {
                Check(known, property.Value, $"{path}.{property.Name}", faults, depth + 1);
            }
            else if (schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object)
            {
                Check(additional, property.Value, $"{path}.{property.Name}", faults, depth + 1);
            }
        }
    }

    private static void CheckText(JsonElement schema, string text, string path, List<string> faults)
    {
        CheckRange(schema, "minLength", "maxLength", text.EnumerateRunes().Count(), path, faults);
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
        {
            faults.Add($"{path}: does not match the pattern");
        }
    }

    private static void CheckRange(JsonElement schema, string least, string most, double value, string path, List<string> faults)
    {
        if ((schema.TryGetProperty(least, out var lower) && value < lower.GetDouble()) || (schema.TryGetProperty(most, out var upper) && value > upper.GetDouble()))
        {
            faults.Add($"{path}: out of range");
        }
    }

    private static bool IsPermissionSet(string path, JsonElement value) =>
        path.EndsWith(".default_member_permissions", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.String && ulong.TryParse(value.GetString(), out _);
}
