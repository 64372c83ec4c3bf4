using System.Collections.Immutable;
using System.Text;

namespace Bot.Articles.Fetching;

/// <summary>What one site's robots.txt lets one program read, by RFC 9309: the longest rule that matches decides, and allows when two are equally long.</summary>
internal sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([]);

    public static readonly RobotsRules DisallowAll = new([new("/", Allows: false)]);

    private readonly ImmutableArray<Rule> _rules;

    private RobotsRules(ImmutableArray<Rule> rules) => _rules = rules;

    private readonly record struct Rule(string Path, bool Allows);

    /// <param name="product">The program's name as sites write it: letters, digits, hyphens.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var (own, everyones) = (ImmutableArray.CreateBuilder<Rule>(), ImmutableArray.CreateBuilder<Rule>());
        bool forUs = false, forAll = false, ownGroup = false, inRules = true;
        foreach (var rawLine in text.AsSpan().EnumerateLines())
        {
            var line = rawLine.IndexOf('#') is var comment and >= 0 ? rawLine[..comment] : rawLine;
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var key = line[..colon].Trim().TrimStart('\uFEFF');
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Several names above the same rules share them; a name after rules begins another group.
                (forUs, forAll) = inRules ? (false, false) : (forUs, forAll);
                inRules = false;
                forUs |= Product(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                forAll |= value is "*";
                ownGroup |= forUs;
            }
            else if (!key.Equals("sitemap", StringComparison.OrdinalIgnoreCase))
            {
                // Sites write rules of their own (Crawl-delay); they end the names all the same.
                inRules = true;
                var allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
                if (!value.IsEmpty && (forUs || forAll) && (allows || key.Equals("disallow", StringComparison.OrdinalIgnoreCase)))
                {
                    (forUs ? own : everyones).Add(new(Settled(value), allows));
                }
            }
        }

        return new((ownGroup ? own : everyones).ToImmutable());
    }

    /// <param name="pathAndQuery">Escaped, as it is asked for.</param>
    public bool Allows(string pathAndQuery)
    {
        var path = Settled(pathAndQuery);
        var (longest, allows) = (-1, true);
        foreach (var rule in _rules)
        {
            if ((rule.Path.Length > longest || (rule.Path.Length == longest && rule.Allows)) && Matches(rule.Path, path))
            {
                (longest, allows) = (rule.Path.Length, rule.Allows);
            }
        }

        return allows || path == "/robots.txt";
    }

    private static ReadOnlySpan<char> Product(ReadOnlySpan<char> agent)
    {
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetterOrDigit(agent[end]) || agent[end] is '-' or '_'))
        {
            end++;
        }

        return agent[..end];
    }

    /// <summary>One spelling for what may be written escaped or not: RFC 9309 §2.2.2.</summary>
    private static string Settled(ReadOnlySpan<char> path)
    {
        var settled = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var value = (char)Convert.ToInt32(path.Slice(i + 1, 2).ToString(), 16);
                var plain = char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~';
                _ = plain ? settled.Append(value) : settled.Append('%').Append(path.Slice(i + 1, 2).ToString().ToUpperInvariant());
                i += 2;
            }
            else if (c > '\x7F')
            {
                var length = char.IsHighSurrogate(c) && i + 1 < path.Length ? 2 : 1;
                settled.Append(Uri.EscapeDataString(path.Slice(i, length)));
                i += length - 1;
            }
            else
            {
                settled.Append(c);
            }
        }

        return settled.ToString();
    }

    /// <summary>“*” stands for anything, “$” at the end for the end; the pieces between are looked for from left to right, so no pattern takes long.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var pieces = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            var last = anchored && i == pieces.Length - 1;
            var found = last
                ? (path.Length - pieces[i].Length >= at && path.EndsWith(pieces[i], StringComparison.Ordinal) ? path.Length - pieces[i].Length : -1)
                : path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        return !anchored || at == path.Length;
    }
}
