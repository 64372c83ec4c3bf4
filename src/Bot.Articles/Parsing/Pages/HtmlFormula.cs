using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Articles.Parsing.Pages;

/// <summary>Formulas in a sentence. Pages show them as pictures, or leave them to a script, and keep the letters beside: as MathML, as the picture's words, as TeX.</summary>
internal static partial class HtmlFormula
{
    /// <summary>The letters of a formula that are no text of the page; null for everything else.</summary>
    public static string? Stated(IElement element) => element.LocalName switch
    {
        "img" when Name().IsMatch(element.ClassName ?? "") && !HasMath(element.ParentElement) => Display().Replace(element.GetAttribute("alt") ?? "", "$1"),
        "script" when element.GetAttribute("type")?.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase) == true && !HasLetters(element.PreviousElementSibling) => element.TextContent,
        _ => null,
    };

    /// <summary>Whether what is hidden is seen all the same: as the picture beside it.</summary>
    public static bool IsPictured(IElement hidden) =>
        (hidden.LocalName == "math" || HasMath(hidden)) && hidden.ParentElement is { } parent && parent.TextContent.AsSpan().Trim().Length == hidden.TextContent.AsSpan().Trim().Length;

    /// <summary>Whether it is the formula for those who listen, before the one for those who look.</summary>
    public static bool IsSpokenTwin(IElement element) =>
        element.NextElementSibling is { } shown && shown.GetAttribute("aria-hidden") == "true" && HasLetters(shown) && HasMath(element);

    private static bool HasMath(IElement? element) => element?.QuerySelector("math") is not null;

    private static bool HasLetters(IElement? element) => element is not null && element.LocalName != "script" && Name().IsMatch(element.ClassName ?? "") && element.TextContent.AsSpan().Trim().Length > 0;

    [GeneratedRegex(@"(?:^|[\s_-])(?:la)?tex(?:$|[\s_-])|math|katex|formula|equation", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\{\\(?:display|text)style\s*(.*)\}$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Display();
}
