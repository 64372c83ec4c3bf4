using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Articles.Parsing.Pages;

/// <summary>What a page holds and nobody sees, by its own attributes and style rules: it is taken out, so that nobody is quoted with it.</summary>
internal static partial class HiddenText
{
    // Scripts show what so much of the page stands in: behind a question of consent, or faded in.
    private const double MostHidden = 0.4;

    public static void Remove(IHtmlDocument page)
    {
        if (page.Body is not { } body)
        {
            return;
        }

        Remove(body, new(page), (int)(MostHidden * Letters(body)));
    }

    // Recursion is safe: HtmlTree bounds the depth.
    private static void Remove(IElement parent, StyleRules rules, int most)
    {
        foreach (var element in parent.Children.ToArray())
        {
            var isMarked = element.HasAttribute("hidden") || element.HasAttribute("inert") || (element.LocalName == "dialog" && !element.HasAttribute("open"));
            var letters = isMarked || rules.MayHide(element) || (element.GetAttribute("style") is { } style && MayHide(style)) ? Letters(element) : most + 1;
            if (letters > 0 && letters <= most && (isMarked || IsHidden(element, rules)) && !HtmlFormula.IsPictured(element))
            {
                element.Remove();
            }
            else if (letters > 0)
            {
                Remove(element, rules, most);
            }
        }
    }

    /// <summary>Whether declarations name a property that decides what is seen; a look at the text, before anything is parsed.</summary>
    public static bool MayConcern(ReadOnlySpan<char> declarations) => Concerns().IsMatch(declarations);

    /// <summary>The same for what may hide.</summary>
    public static bool MayHide(string declarations) => Hides().IsMatch(declarations) || (Colour().Match(declarations) is { Success: true } colour
        && Background().Match(declarations) is { Success: true } background && (IsWhite(colour) || IsWhite(background) || colour.Groups[1].ValueSpan.Equals(background.Groups[1].ValueSpan, StringComparison.OrdinalIgnoreCase)));

    private static bool IsWhite(Match colour) => colour.Groups[1].Value.ToLowerInvariant() is "#fff" or "#ffffff" or "white";

    private static bool IsHidden(IElement element, StyleRules rules)
    {
        var values = Values(element, rules);
        if (!IsHidden(values, out var by))
        {
            return false;
        }

        // What an element within sets anew, it is seen with.
        return by is null || element.ChildElementCount == 0 || !element.QuerySelectorAll("*").Any(inner => Values(inner, rules) is var own && own.ContainsKey(by) && own[by] != values[by] && own[by] != "inherit");
    }

    private static Dictionary<string, string> Values(IElement element, StyleRules rules)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var important = new HashSet<string>(StringComparer.Ordinal);
        var declarations = rules.Of(element);
        foreach (var declaration in element.GetAttribute("style") is { Length: > 0 } style ? declarations.Append(StyleRules.Parse(style)) : declarations)
        {
            foreach (var property in declaration)
            {
                if (property.IsImportant || !important.Contains(property.Name))
                {
                    values[property.Name] = property.Value;
                    _ = property.IsImportant && important.Add(property.Name);
                }
            }
        }

        return values;
    }

    /// <param name="by">The inherited property that does it, which an element within may undo; null when nothing within can be seen.</param>
    private static bool IsHidden(Dictionary<string, string> values, out string? by)
    {
        by = null;
        string Of(string name) => values.GetValueOrDefault(name, "");
        if (Of("display") == "none" || Of("content-visibility") == "hidden" || IsNothing(Of("opacity"), values) || IsClipped(values) || IsAway(values) || IsShrunk(values))
        {
            return true;
        }

        by = Of("visibility") is "hidden" or "collapse" ? "visibility"
            : Size(Of("font-size")) is >= 0 and < 2.5 ? "font-size"
            : IsColourless(values) ? "color"
            : null;
        return by is not null;
    }

    // What fades in begins with nothing.
    private static bool IsNothing(string opacity, Dictionary<string, string> values) =>
        double.TryParse(opacity.TrimEnd('%'), CultureInfo.InvariantCulture, out var value) && value < (opacity.EndsWith('%') ? 3 : 0.03)
        && !values.ContainsKey("animation-name") && !values.ContainsKey("transition-property");

    private static bool IsColourless(Dictionary<string, string> values)
    {
        if (values.ContainsKey("text-shadow") || values.Any(value => value.Key.EndsWith("background-clip", StringComparison.Ordinal) && value.Value.Contains("text", StringComparison.Ordinal)))
        {
            return false;
        }

        var color = values.GetValueOrDefault("-webkit-text-fill-color") ?? values.GetValueOrDefault("color") ?? "";
        return color == "transparent" || (color.StartsWith("rgba(", StringComparison.Ordinal) && (color.EndsWith(" 0)", StringComparison.Ordinal)
            || (color == values.GetValueOrDefault("background-color") && !values.GetValueOrDefault("background-image", "").Contains("url", StringComparison.Ordinal))));
    }

    private static bool IsClipped(Dictionary<string, string> values)
    {
        var clip = Numbers(values.GetValueOrDefault("clip", ""));
        var path = values.GetValueOrDefault("clip-path", "");
        var numbers = Numbers(path);
        return (clip is [var top, var right, var bottom, var left] && (bottom - top <= 1 || right - left <= 1))
            || (path.StartsWith("inset(", StringComparison.Ordinal) && numbers is [>= 50, ..])
            || (path.StartsWith("circle(", StringComparison.Ordinal) && numbers is [0, ..])
            || (path.StartsWith("polygon(", StringComparison.Ordinal) && numbers.Length > 3 && numbers.All(number => number == 0))
            || Opacity().IsMatch(values.GetValueOrDefault("filter", ""));
    }

    /// <summary>Moved off the page.</summary>
    private static bool IsAway(Dictionary<string, string> values)
    {
        var isPlaced = values.GetValueOrDefault("position", "") is "absolute" or "fixed" or "relative";
        return (isPlaced && Array.Exists(["left", "right", "top", "bottom"], side => IsFar(values.GetValueOrDefault(side, ""))))
            || Array.Exists(["text-indent", "margin-left", "margin-top", "margin-right"], side => IsFar(values.GetValueOrDefault(side, "")))
            || Moves().Matches($"{values.GetValueOrDefault("transform", "")} translate({values.GetValueOrDefault("translate", "")})").Any(move => IsFar(move.Value))
            || Scale().IsMatch(values.GetValueOrDefault("transform", "")) || values.GetValueOrDefault("scale", "") == "0";
    }

    /// <summary>Too small for what stands in it, and cut there; the box that keeps room for a film by its padding is not.</summary>
    private static bool IsShrunk(Dictionary<string, string> values) =>
        Array.Exists(["overflow", "overflow-x", "overflow-y"], name => values.GetValueOrDefault(name, "") is var overflow && (overflow.StartsWith("hidden", StringComparison.Ordinal) || overflow.StartsWith("clip", StringComparison.Ordinal)))
        && Array.Exists(["height", "max-height", "width", "max-width"], name => Size(values.GetValueOrDefault(name, "")) is >= 0 and < 2.5)
        && !Array.Exists(["padding-bottom", "padding-top"], name => Numbers(values.GetValueOrDefault(name, "")) is [> 0, ..]);

    private static bool IsFar(string length) => Length().Match(length) is { Success: true } match
        && double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) <= (match.Groups["unit"].Value is "px" or "pt" ? -400 : match.Groups["unit"].Value == "%" ? -100 : -40);

    /// <summary>In pixels, roughly; -1 when it is no length.</summary>
    private static double Size(string length) => Length().Match(length) is { Success: true } match && match.Length == length.Length
        ? double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value is "em" or "rem" or "vw" or "vh" ? 16 : match.Groups["unit"].Value == "%" ? 0.16 : 1)
        : -1;

    private static double[] Numbers(string value) => [.. Number().Matches(value).Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture))];

    private static int Letters(IElement element) => element.Descendants<IText>()
        .Where(text => text.ParentElement?.LocalName is not ("script" or "style" or "template" or "noscript")).Sum(text => text.Data.AsSpan().Trim().Length);

    [GeneratedRegex("display|visibility|opacity|font|color|clip|left|right|top|bottom|inset|margin|indent|transform|translate|scale|height|width|filter|background|shadow", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Concerns();

    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*[:(]\s*(?:0|\.0)|scale\w*\s*[:(]\s*0|transparent|#\w{3}0\b|#\w{6}0\d\b|[,/\s]0?\.?0%?\s*\)"
        + @"|font(?:-size)?\s*:[^;]*?(?<![\w.])[0-2]?(?:\.\d+)?(?:px|pt|em|rem|%)?(?:\s*[;!/]|\s*$)|(?:height|width)\s*:\s*[0-2](?:\.\d+)?(?:px|em|rem|%)?\s*(?:;|!|$)"
        + @"|-\d{2,}|clip(?:-path)?\s*:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hides();

    [GeneratedRegex(@"(?<![-\w])color\s*:\s*([#\w]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex(@"background(?:-color)?\s*:\s*([#\w]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Background();

    [GeneratedRegex(@"opacity\(\s*0*\.?0*%?\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opacity();

    [GeneratedRegex(@"scale(?:X|Y|3d)?\(\s*0(?:\.0+)?\s*[,)]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scale();

    [GeneratedRegex(@"(?<=translate(?:X|Y|3d)?\([^)]*?)-\d[\d.]*[a-z%]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moves();

    [GeneratedRegex(@"(?<number>-?\d*\.?\d+)(?<unit>[a-z%]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"-?\d*\.?\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
