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

    private readonly List<Rule> _rules = [];
    private readonly Dictionary<string, List<Rule>> _byEnd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IElement>> _named = new(StringComparer.Ordinal);

    /// <param name="Order">Later rules win over earlier ones of the same specificity.</param>
    private sealed record Rule(string Text, string Body, int Order)
    {
        private readonly Lazy<ISelector?> _selector = new(() => Selectors.ParseSelector(Text), isThreadSafe: false);
        private readonly Lazy<ICssStyleDeclaration> _declarations = new(() => Parse(Body), isThreadSafe: false);

        public ISelector? Selector => _selector.Value;

        public ICssStyleDeclaration Declarations => _declarations.Value;

        public string[] Ends { get; } = [.. StyleRules.Ends(Text).Where(end => end.Length > 0).Distinct(StringComparer.Ordinal)];
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

        if (_rules.Count > 0)
        {
            foreach (var element in page.All)
            {
                foreach (var name in element.ClassList)
                {
                    Note($".{name}", element);
                }

                Note(element.Id is { Length: > 0 } id ? $"#{id}" : element.LocalName, element);
                Note(element.LocalName, element);
            }
        }
    }

    /// <summary>Declarations of an attribute or a rule as CSS understands them, shorthands told apart and colours computed.</summary>
    public static ICssStyleDeclaration Parse(string declarations) => Declarations.ParseDeclaration(declarations)!;

    /// <summary>Elements that a rule reaches whose declarations fit.</summary>
    public IEnumerable<IElement> Reached(Predicate<string> body) => _rules.Where(rule => body(rule.Body)).SelectMany(Reached).Distinct();

    /// <summary>The declarations of all rules that reach an element, the weakest first.</summary>
    public IEnumerable<ICssStyleDeclaration> Of(IElement element) =>
        element.ClassList.Select(name => $".{name}").Append($"#{element.Id}").Append(element.LocalName)
            .SelectMany(name => _byEnd.GetValueOrDefault(name, [])).Distinct().Where(rule => Matches(rule, element))
            .OrderBy(rule => rule.Selector!.Specificity).ThenBy(rule => rule.Order).Select(rule => rule.Declarations);

    private IEnumerable<IElement> Reached(Rule rule) => rule.Ends.SelectMany(end => _named.GetValueOrDefault(end, [])).Distinct().Where(element => Matches(rule, element));

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

    private void Add(Rule rule)
    {
        _rules.Add(rule);
        foreach (var end in rule.Ends)
        {
            if (!_byEnd.TryGetValue(end, out var rules))
            {
                _byEnd[end] = rules = [];
            }

            rules.Add(rule);
        }
    }

    private void Note(string name, IElement element)
    {
        if (!_named.TryGetValue(name, out var elements))
        {
            _named[name] = elements = [];
        }

        if (elements.Count == 0 || elements[^1] != element)
        {
            elements.Add(element);
        }
    }

    /// <summary>Steps through “selector { declarations }”, into the at-rules that hold for a screen of any size and over all others.</summary>
    private void Scan(string sheet)
    {
        var start = 0;
        for (var at = 0; at < sheet.Length && _rules.Count < MostRules; at++)
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
                            Add(new(head.ToString(), sheet[(at + 1)..end], _rules.Count));
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
