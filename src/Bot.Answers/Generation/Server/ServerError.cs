using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Answers.Generation.Server;

/// <summary>What a server says went wrong. Its words are read for what they mean and go no further: they may repeat what was sent.</summary>
/// <param name="Status">Of the reply; for errors that are sent as if all were well, the one in the body.</param>
internal readonly partial record struct ServerError(HttpStatusCode Status, string Words)
{
    private const int MostWords = 4_000;
    private const int MostDepth = 6;

    // Where servers put what went wrong; other fields may repeat the question and the article.
    private static readonly HashSet<string> Fields = new(
        ["error", "errors", "message", "msg", "code", "type", "detail", "details", "param", "loc", "title", "reason", "status_msg", "base_resp", "metadata", "raw", "innererror", "error_type", "description"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The error in the body of a reply that is marked as one.</summary>
    public static ServerError Read(HttpStatusCode status, string body) => new(status, WordsOf(body));

    /// <summary>The error in a reply that claims to be well; null when it is well, or nothing that can be read.</summary>
    public static ServerError? In(JsonObject reply)
    {
        var error = ChatReply.ChoiceOf(reply) is { } choice ? choice["error"] : reply["error"] ?? reply["errors"] ?? BaseOf(reply) ?? (IsMarked(reply) ? reply : null);
        if (error is null or JsonArray { Count: 0 } || (error is JsonValue value && value.GetValueKind() == JsonValueKind.False))
        {
            return null;
        }

        var code = (error as JsonObject)?["code"] ?? (error as JsonObject)?["status"];
        return new ServerError(
            int.TryParse(code?.ToString(), out var status) && status is >= 400 and < 600 ? (HttpStatusCode)status : HttpStatusCode.BadRequest, Collected(error));
    }

    /// <summary>What no other request would change; null when another one may help.</summary>
    public ModelFailure? Final => this switch
    {
        _ when Has(Credit()) || Status == HttpStatusCode.PaymentRequired => ModelFailure.NoCredit,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons } when Has(Filter()) => ModelFailure.Filtered,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError } when Has(Key()) => ModelFailure.WrongKey,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity } when Has(NoModel()) => ModelFailure.UnknownModel,
        _ when Status == HttpStatusCode.MethodNotAllowed || Has(NoAddress()) => ModelFailure.NoCompletion,
        _ => null,
    };

    public bool Has(Regex words) => words.IsMatch(Words);

    public bool Names(string word) => Words.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static JsonObject? BaseOf(JsonObject reply) =>
        reply["base_resp"] is JsonObject status && status["status_code"] is JsonValue code && code.GetValueKind() == JsonValueKind.Number && code.GetValue<double>() != 0 ? status : null;

    private static bool IsMarked(JsonObject reply) =>
        reply["object"]?.ToString() == "error" || (reply["choices"] is null && (reply["detail"] is not null || reply["message"] is JsonValue));

    private static string WordsOf(string body)
    {
        if (ChatReply.Parse(body) is { } read)
        {
            return Collected(read);
        }

        var plain = body.TrimStart();
        return plain.StartsWith('<') || plain.StartsWith('{') ? "" : plain[..Math.Min(plain.Length, MostWords)];
    }

    private static string Collected(JsonNode node)
    {
        var words = new List<string>();
        try
        {
            Collect(node, words, 0);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // An object with one name twice: what was read until then will do.
        }

        var all = string.Join(" ; ", words);
        return all[..Math.Min(all.Length, MostWords)];
    }

    private static void Collect(JsonNode? node, List<string> words, int depth)
    {
        switch (node)
        {
            case JsonValue value when value.TryGetValue<string>(out var text) && text.TrimStart().StartsWith('{') && depth < MostDepth && ChatReply.Parse(text) is { } inner:
                Collect(inner, words, depth + 1);
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number:
                words.Add(value.ToString());
                break;
            case JsonArray array when depth < MostDepth:
                foreach (var item in array)
                {
                    Collect(item, words, depth + 1);
                }

                break;
            case JsonObject entry when depth < MostDepth:
                foreach (var (name, value) in entry)
                {
                    if (Fields.Contains(name))
                    {
                        Collect(value, words, depth + 1);
                    }
                }

                break;
        }
    }

    [GeneratedRegex(@"insufficient[_ ](?:quota|balance|credits?|funds)|current quota|(?:more|enough|purchase|out of) credits|credit balance|budget[_ ](?:has been )?exceeded|budgetexceeded|exceededbudget|arrearage|billing|payment required|account is not active", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    [GeneratedRegex(@"content[_ ]?filter|content management policy|content[_ ]policy|responsible ?ai|data_?inspection|requires moderation|was flagged|flagged by|inappropriate content|sensitive content|content exists risk|safety (?:system|settings|reasons)", RegexOptions.IgnoreCase)]
    private static partial Regex Filter();

    [GeneratedRegex(@"(?:incorrect|invalid|wrong|missing|bad|no|expired|provide an?|not a valid)[^.;]{0,24}(?:api|access|subscription|x-api)[- _]?(?:key|token)|(?:api|access|subscription)[- _]?(?:key|token)[^.;]{0,24}(?:not valid|invalid|incorrect|missing|expired|required|not found|not provided|disabled)|invalid_api_key|authentication|unauthori[sz]ed|login fail|no auth credentials", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    [GeneratedRegex(@"model[^.;]{0,80}(?:not found|(?:does )?not exist|is not available|decommissioned|not supported for this account|not be found)|not find model|(?:unknown|invalid|no such|unsupported) model\b|not a valid model|model_not_found|deploymentnotfound|deployment[^.;]{0,60}does not exist|no models loaded|no endpoints found (?:for|matching)|no deployments available", RegexOptions.IgnoreCase)]
    private static partial Regex NoModel();

    [GeneratedRegex(@"unexpected endpoint|unknown (?:url|path|route)|invalid url|no such (?:path|route|endpoint)|method not allowed|unsupported path", RegexOptions.IgnoreCase)]
    private static partial Regex NoAddress();
}
