using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Articles.Parsing.Pages;

/// <summary>
/// The rules of a page's own <c>style</c> elements that may hide or show something, told which elements they reach. A whole sheet is read as text, since
/// parsing one takes longer than reading the article; only declarations that matter are parsed. Rules for print or for some widths of a window are left out.
/// </summary>
internal sealed class StyleRules
{
    private const int MostRules = 4_000;

    private static readonly CssParser Declarations = new(new CssParserOptions { IsIncludingUnknownDeclarations = true, IsToleratingInvalidSelectors = true });
    private static readonly CssSelectorParser Selectors = new();

    private readonly Dictionary<string, List<Rule>> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hiding = new(StringComparer.Ordinal);
    private int _count;

    public readonly record struct Declaration(string Name, string Value, bool IsImportant);

    /// <param name="Order">Later rules win over earlier ones of the same specificity.</param>
    private sealed record Rule(string Text, string Body, int Order, bool MayHide)
    {
        private readonly Lazy<ISelector?> _selector = new(() => Selectors.ParseSelector(Text), isThreadSafe: false);
        private readonly Lazy<IReadOnlyList<Declaration>> _declarations = new(() => Parse(Body), isThreadSafe: false);

        public ISelector? Selector => _selector.Value;

        public IReadOnlyList<Declaration> Declarations => _declarations.Value;
    }

    public StyleRules(IHtmlDocument page)
    {
        foreach (var sheet in page.QuerySelectorAll("style"))
        {
            if (sheet.GetAttribute("media") is null or "" or "all" or "screen")
            {
                Scan(sheet.TextContent);
            }
        }
    }

    /// <summary>Declarations of an attribute or a rule as CSS understands them, shorthands told apart and colours computed.</summary>
    public static IReadOnlyList<Declaration> Parse(string declarations) =>
        [.. ((IEnumerable<ICssProperty>)Declarations.ParseDeclaration(declarations)!).Select(property => new Declaration(property.Name, property.Value, property.IsImportant))];

    /// <summary>Whether a rule reaches an element that may hide it.</summary>
    public bool MayHide(IElement element) => _hiding.Count > 0 && Names(element).Any(name => _hiding.Contains(name) && _rules[name].Exists(rule => rule.MayHide && Matches(rule, element)));

    /// <summary>The declarations of all rules that reach an element, the weakest first.</summary>
    public IEnumerable<IReadOnlyList<Declaration>> Of(IElement element)
    {
        var rules = Names(element).SelectMany(name => _rules.GetValueOrDefault(name, [])).Where(rule => Matches(rule, element)).ToList();
        rules.Sort((one, other) => one.Selector!.Specificity.CompareTo(other.Selector!.Specificity) is var by and not 0 ? by : one.Order.CompareTo(other.Order));
        return rules.Select(rule => rule.Declarations);
    }

    private static IEnumerable<string> Names(IElement element)
    {
        yield return element.LocalName;
        if (element.Id is { Length: > 0 } id)
        {
            yield return $"#{id}";
        }

        foreach (var name in (element.ClassName ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return $".{name}";
        }
    }

    private static bool Matches(Rule rule, IElement element) => rule.Selector is { } selector && selector.Match(element, null);

    /// <summary>For each selector of a list, a class, id or tag that its last part asks for; empty where it asks for none.</summary>
    private static IEnumerable<string> Ends(string selectors)
    {
        foreach (var selector in selectors.Split(','))
        {
            var last = selector.Trim();
            last = last[(last.LastIndexOfAny([' ', '>', '+', '~']) + 1)..];
            var at = last.IndexOfAny(['.', '#']);
            var start = Math.Max(0, at);
            var end = start + (at < 0 ? 0 : 1);
            while (end < last.Length && (char.IsLetterOrDigit(last[end]) || last[end] is '-' or '_'))
            {
                end++;
            }

            yield return at < 0 ? last[..end].ToLowerInvariant() : last[start..end];
        }
    }

    private void Add(string selectors, string body)
    {
        var rule = new Rule(selectors, body, _count++, HiddenText.MayHide(body));
        foreach (var end in Ends(selectors).Where(end => end.Length > 0).Distinct(StringComparer.Ordinal))
        {
            (_rules.TryGetValue(end, out var rules) ? rules : _rules[end] = []).Add(rule);
            _ = rule.MayHide && _hiding.Add(end);
        }
    }

    /// <summary>Steps through “selector { declarations }”, into the at-rules that hold for a screen of any size and over all others.</summary>
    private void Scan(string sheet)
    {
        var start = 0;
        for (var at = 0; at < sheet.Length && _count < MostRules; at++)
        {
            switch (sheet[at])
            {
                case '/' when at + 1 < sheet.Length && sheet[at + 1] == '*':
                    var close = sheet.IndexOf("*/", at + 2, StringComparison.Ordinal);
                    sheet = sheet.Remove(at, (close < 0 ? sheet.Length : close + 2) - at);
                    at--;
                    break;
                case ';' or '}':
                    start = at + 1;
                    break;
                case '{':
                    var head = sheet.AsSpan(start, at - start).Trim();
                    var isAt = head is ['@', ..];
                    if (!isAt || !HoldsForScreens(head))
                    {
                        var end = isAt ? EndOfBlock(sheet, at) : sheet.IndexOf('}', at);
                        end = end < 0 ? sheet.Length : end;
                        if (!isAt && HiddenText.MayConcern(sheet.AsSpan(at + 1, end - at - 1)) && !head.Contains("::", StringComparison.Ordinal))
                        {
                            Add(head.ToString(), sheet[(at + 1)..end]);
                        }

                        at = end;
                    }

                    start = at + 1;
                    break;
                default:
                    break;
            }
        }
    }

    private static bool HoldsForScreens(ReadOnlySpan<char> head) =>
        head is "@media screen" or "@media all" or "@media only screen" || head.StartsWith("@layer", StringComparison.Ordinal) || head.StartsWith("@supports", StringComparison.Ordinal);

    private static int EndOfBlock(string sheet, int at)
    {
        for (var depth = 0; at < sheet.Length; at++)
        {
            depth += sheet[at] == '{' ? 1 : sheet[at] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
