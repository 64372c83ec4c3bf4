using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Answers.Drafts;

/// <summary>Finds the draft in whatever a model sent.</summary>
/// <remarks>
/// Asked for is <c>{"statements":[{"text":"…","evidence":[{"paragraph":3,"quote":"…"}]}]}</c>. Code fences, thinking aloud, prose around the object, other
/// names for the same fields, a single object where a list belongs, and a reply that was cut off are all read. Never throws, whatever the text.
/// </remarks>
public static partial class DraftParser
{
    private const int MaxReply = 200_000;
    private const int MaxStatements = 24;
    private const int MaxEvidence = 8;
    private const int MaxText = 1_500;
    private const int MaxQuote = 3_000;
    private const int MaxTries = 40;

    private static readonly string[] StatementKeys = ["statements", "points", "claims", "sentences", "answers", "answer", "summary"];
    private static readonly string[] TextKeys = ["text", "statement", "point", "claim", "sentence", "answer"];
    private static readonly string[] EvidenceKeys = ["evidence", "citations", "quotes", "sources", "citation", "quote", "source", "support"];
    private static readonly string[] PassageKeys = ["paragraph", "passage", "number", "id", "index", "ref", "source", "p"];
    private static readonly string[] QuoteKeys = ["quote", "exact", "words", "text", "quotation"];

    /// <summary>Null when nothing in the reply is a draft; <see cref="Draft.Silent"/> when the model says that the articles do not say.</summary>
    public static Draft? Parse(string reply)
    {
        if (reply.Length > MaxReply)
        {
            reply = reply[..MaxReply];
        }

        var thought = reply.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
        var at = thought < 0 ? 0 : thought + "</think>".Length;
        var silent = false;
        for (var tries = 0; tries < MaxTries && (at = reply.AsSpan(at).IndexOfAny('{', '[') is >= 0 and var next ? at + next : -1) >= 0; tries++)
        {
            var node = LooseJson.ReadAt(reply, at, out var end);
            if (Statements(node) is { } statements)
            {
                if (statements.Length > 0)
                {
                    return new Draft(statements);
                }

                // A reply that was cut off before its first statement is not a model that has nothing to say.
                silent |= end <= reply.Length && Entries(node) == 0;
            }

            at = node is JsonObject { Count: > 0 } && end <= reply.Length ? end : at + 1;
        }

        return silent ? Draft.Silent : null;
    }

    /// <summary>Null when this is no draft at all.</summary>
    private static ImmutableArray<DraftStatement>? Statements(JsonNode? node)
    {
        var list = node is JsonObject whole ? First(whole, StatementKeys) : null;
        var items = list switch
        {
            JsonArray array => array,
            JsonObject one => [one.DeepClone()],
            null when node is JsonArray array && array.Any(item => item is JsonObject entry && First(entry, TextKeys) is JsonValue) => array,
            _ when node is JsonObject single && First(single, TextKeys) is JsonValue && First(single, EvidenceKeys) is not null => [single.DeepClone()],
            _ => null,
        };
        if (items is null)
        {
            return node is JsonObject { Count: > 0 } refusal && refusal["answerable"] is JsonValue answerable && answerable.GetValueKind() == JsonValueKind.False ? [] : null;
        }

        return [.. items.Select(Statement).OfType<DraftStatement>().Take(MaxStatements)];
    }

    private static int Entries(JsonNode? node) => node is JsonObject whole && First(whole, StatementKeys) is JsonArray array ? array.Count : 0;

    private static DraftStatement? Statement(JsonNode? node)
    {
        if (node is not JsonObject entry || Words(First(entry, TextKeys)) is not { } raw)
        {
            return null;
        }

        var text = Blanks().Replace(Marker().Replace(raw, ""), " ").Trim();
        if (text.Length is 0 or > MaxText)
        {
            return null;
        }

        var evidence = new List<DraftEvidence>();
        foreach (var key in EvidenceKeys)
        {
            Collect(entry[key], entry, evidence);
            if (evidence.Count > 0)
            {
                break;
            }
        }

        if (evidence.Count == 0)
        {
            evidence.AddRange(First(entry, PassageKeys) is { } number && Number(number) is { } passage
                ? [new DraftEvidence(passage, "")]
                : Marker().Matches(raw).Select(marker => new DraftEvidence(int.Parse(marker.Groups[1].ValueSpan, provider: null), "")));
        }

        return new DraftStatement(text, [.. evidence.Take(MaxEvidence)]);
    }

    private static void Collect(JsonNode? node, JsonObject owner, List<DraftEvidence> evidence)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array.Take(MaxEvidence))
                {
                    Collect(item, owner, evidence);
                }

                break;
            case JsonObject entry:
                var quote = Words(First(entry, QuoteKeys)) ?? "";
                var passage = Number(First(entry, PassageKeys));
                if (quote.Length <= MaxQuote && (quote.Length > 0 || passage is not null))
                {
                    evidence.Add(new DraftEvidence(passage, quote));
                }

                break;
            case JsonValue value when Number(value) is { } number:
                evidence.Add(new DraftEvidence(number, ""));
                break;
            case JsonValue value when Words(value) is { Length: > 0 and <= MaxQuote } words:
                evidence.Add(new DraftEvidence(Number(First(owner, PassageKeys)), words));
                break;
        }
    }

    private static JsonNode? First(JsonObject entry, string[] keys)
    {
        foreach (var key in keys)
        {
            if (entry[key] is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? Words(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var words) ? words.Trim() : null;

    /// <summary>3, 3.0, "3", "[3]", "P3", "paragraph 3".</summary>
    private static int? Number(JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        if (value.TryGetValue<double>(out var number))
        {
            return number is >= 0 and < 100_000 && Math.Floor(number) == number ? (int)number : null;
        }

        return value.TryGetValue<string>(out var words) && PassageName().Match(words) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, provider: null)
            : null;
    }

    [GeneratedRegex(@"\s?\[(\d{1,5})\]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\W*(?:p|par|para|paragraph|passage|source|no|nr|#|¶|§)?\W*(\d{1,5})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PassageName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
