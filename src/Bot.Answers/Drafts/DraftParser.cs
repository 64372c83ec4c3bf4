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
    private const int MaxTries = 60;

    private static readonly string[] StatementKeys = ["statements", "points", "claims", "sentences", "answers", "answer", "summary"];
    private static readonly string[] TextKeys = ["text", "statement", "point", "claim", "sentence", "answer"];
    private static readonly string[] EvidenceKeys = ["evidence", "citations", "quotes", "sources", "citation", "quote", "source", "support"];
    private static readonly string[] PassageKeys = ["paragraph", "passage", "number", "id", "index", "ref", "source", "p"];
    private static readonly string[] QuoteKeys = ["quote", "exact", "words", "text", "quotation"];

    /// <summary>The last draft, which is the one that a model means; null when there is none, and without statements when it says that the articles do not say.</summary>
    public static Draft? Parse(string reply)
    {
        if (reply.Length > MaxReply)
        {
            reply = reply[..MaxReply];
        }

        Draft? last = null;
        var alone = false;
        var at = 0;
        for (var tries = 0; tries < MaxTries && (at = reply.AsSpan(at).IndexOfAny('{', '[') is >= 0 and var next ? at + next : -1) >= 0; tries++)
        {
            var node = LooseJson.ReadAt(reply, at, out var end);
            var isWhole = end <= reply.Length;
            if (Statements(node) is { } statements)
            {
                // A reply that was cut off before its first statement is not a model that has nothing to say, nor is an example of the form.
                if (statements.Length > 0 || (isWhole && Entries(node) == 0))
                {
                    // One statement after another, each an object of its own, are one draft.
                    var isOne = IsOne(node);
                    last = new Draft(alone && isOne && statements.Length > 0 ? [.. last!.Statements.Concat(statements).Take(MaxStatements)] : statements);
                    alone = isOne;
                }

                if (!isWhole)
                {
                    break;
                }
            }

            at = node is JsonObject { Count: > 0 } && end <= reply.Length ? end : at + 1;
        }

        return last;
    }

    /// <summary>Null when this is no draft at all.</summary>
    private static ImmutableArray<DraftStatement>? Statements(JsonNode? node)
    {
        var list = node is JsonObject whole ? First(whole, StatementKeys) : null;
        var items = list switch
        {
            JsonArray array => array,
            JsonObject inner when First(inner, StatementKeys) is not (null or JsonValue) => First(inner, StatementKeys) as JsonArray ?? [inner.DeepClone()],
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

    private static bool IsOne(JsonNode? node) => node is JsonObject whole && First(whole, StatementKeys) is null or JsonValue;

    private static int Entries(JsonNode? node) => node is JsonObject whole && First(whole, StatementKeys) is JsonArray array ? array.Count : 0;

    private static DraftStatement? Statement(JsonNode? node)
    {
        var entry = node as JsonObject ?? [];
        if ((Words(node) ?? Words(First(entry, TextKeys))) is not { } raw)
        {
            return null;
        }

        var text = Blanks().Replace(CitationMarks.Without(raw), " ").Trim();
        if (text.Length > MaxText || !text.Any(char.IsLetterOrDigit))
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
                : CitationMarks.In(raw).Select(number => new DraftEvidence(number, "")));
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

    [GeneratedRegex(@"^\W*(?:p|par|para|paragraph|passage|source|no|nr|#|¶|§)?\W*(\d{1,5})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex PassageName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
