using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Answers.Generation.Server;

/// <summary>Reads in a refusal how long a request, or a reply, the server can take.</summary>
internal static partial class ContextLimit
{
    // A reply shorter than this is hardly one.
    private const int LeastReply = 512;
    private const int Slack = 16;

    /// <summary>How many tokens of reply to ask for instead; null when the reply's length is not the matter, or too little would be left.</summary>
    /// <param name="asked">How many were asked for.</param>
    public static int? ShorterReply(ServerError error, int asked)
    {
        if (error.Status == HttpStatusCode.TooManyRequests)
        {
            return null;
        }

        if (Exceeded().IsMatch(error.Words))
        {
            return Number(Limit(), error.Words) is { } limit && Number(Input(), error.Words) is { } input && limit - input - Slack is >= LeastReply and var left && left < asked ? left : null;
        }

        if (!AboutReply().IsMatch(error.Words) || !TooLarge().IsMatch(error.Words))
        {
            return null;
        }

        int[] smaller = [.. Numbers().Matches(error.Words).Select(match => ToNumber(match.Value)).Where(number => number >= Slack && number < asked)];
        return smaller.Length > 0 ? smaller.Max() : asked / 2 >= LeastReply ? asked / 2 : null;
    }

    /// <summary>True when the request is longer than the model's context, or than the account may send at once.</summary>
    public static bool IsExceeded(ServerError error) => error.Status switch
    {
        HttpStatusCode.RequestEntityTooLarge => true,
        HttpStatusCode.TooManyRequests => error.Names("request too large"),
        _ => Exceeded().IsMatch(error.Words),
    };

    /// <summary>The model's context in tokens; null when it is not told.</summary>
    public static int? Tokens(ServerError error) => Number(Limit(), error.Words);

    private static int? Number(Regex regex, string words) => regex.Match(words) is { Success: true } match ? ToNumber(match.Groups.Values.Last(group => group.Success).Value) : null;

    private static int ToNumber(string digits) => int.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"context[_ -]?(?:length|size|window)|maximum context|context the overflows|(?:prompt|input|request)[^.;]{0,60}(?:too (?:long|large)|exceeds?|is longer)|reduce the length|tokens_limit_reached|prompt_too_long|too many (?:input )?tokens|inputs?`? tokens \+|string_above_max_length|maximum prompt length|longer than the model", RegexOptions.IgnoreCase)]
    private static partial Regex Exceeded();

    [GeneratedRegex(@"(?:context (?:length|size|window)(?: is| of)?(?: only)?|n_ctx|<=|limit(?: is| of|:)?|maximum(?: allowed)?(?: is| of)?)\D{0,12}?(\d[\d,]{2,})|(\d[\d,]{2,})(?: tokens)? maximum", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();

    [GeneratedRegex(@"(\d[\d,]{2,})(?: tokens)?(?: in (?:the|your) (?:messages|prompt|input)| of text input|(?: `?inputs?`?| input| prompt) tokens| `inputs`| from the input)", RegexOptions.IgnoreCase)]
    private static partial Regex Input();

    [GeneratedRegex(@"max(?:imum)?[_ ]?(?:new|completion|output)?[_ ]?tokens|maxoutputtokens|output tokens|completion tokens", RegexOptions.IgnoreCase)]
    private static partial Regex AboutReply();

    [GeneratedRegex(@"too (?:large|high|big)|at most|maximum (?:allowed|number|value|is)|less than|<=|>|range|exceed|must be (?:between|within|in)|supports at most", RegexOptions.IgnoreCase)]
    private static partial Regex TooLarge();

    [GeneratedRegex(@"\d[\d,]*")]
    private static partial Regex Numbers();
}
