using System.Text.RegularExpressions;
using Bot.Articles.Quotations.Grammar;
using Bot.Language;

namespace Bot.Articles.Quotations.Speakers;

/// <param name="Clause">The reporting words.</param>
internal sealed record ToldSpeaker(string Name, string? Role, string Clause);

/// <summary>
/// Who speaks in scripts that have no capitals to know a name by, Chinese, Japanese and Arabic: the words between a verb of saying and the quotation, without
/// offices.
/// </summary>
internal sealed partial class UncasedSpeakers
{
    private const int LongestHanName = 4;

    // Reporting words stand right beside the quotation.
    private const int Reach = 80;
    private static readonly string[] HanVerbs = [.. WordList.Words("quotations/han/verbs")];
    private static readonly string[] HanRoles = [.. WordList.Words("quotations/han/roles").OrderByDescending(role => role.Length)];
    private static readonly string[] HanObjects = [.. WordList.Words("quotations/han/listeners")];
    private static readonly HashSet<string> HanSurnames = WordList.Words("quotations/han/surnames").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> ArabicVerbs = WordList.Words("quotations/arabic-verbs").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> ArabicRoles = WordList.Words("quotations/arabic-roles").ToHashSet(StringComparer.Ordinal);
    private readonly List<string> _names = [];


    /// <summary>The name and the words that give it; null when nobody is named.</summary>
    public ToldSpeaker? Of(ParagraphTokens line, QuotedSpan span)
    {
        var before = line.Text[Math.Max(0, span.Open - Reach)..span.Open];
        var behind = line.Text[span.Close..Math.Min(line.Text.Length, span.Close + Reach)];
        before = before[(before.LastIndexOfAny(['。', '！', '？', '.', '»', '”', '」', '\n']) + 1)..];
        var found = (before.EndsWith('：') ? HanBefore(before) : null) ?? HanBehind(behind) ?? HanBefore(before) ?? JapaneseBehind(behind) ?? Arabic(before) ?? Arabic(behind.TrimStart('،', ',', ' '));
        if (found is null)
        {
            return null;
        }

        var speaker = found;

        // A family name alone is whoever has been named in full.
        var full = _names.Find(known => known == speaker.Name || known.EndsWith(' ' + speaker.Name, StringComparison.Ordinal) || (known.Length > 1 && speaker.Name.Length == 1 && known[0] == speaker.Name[0]));
        if (full is null)
        {
            _names.Add(speaker.Name);
        }

        return speaker with { Name = full ?? speaker.Name };
    }

    /// <summary>“…，”市长王海说</summary>
    private static ToldSpeaker? HanBehind(string text)
    {
        var clause = HanRun().Match(text.TrimStart('，', ',', ' ')) is { Success: true } run ? run.Value : "";
        return HanVerbs.Select(verb => clause.IndexOf(verb, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min() is var end && end > 0 ? HanName(clause[..end], clause) : null;
    }

    /// <summary>渔民陈丽说：“…”</summary>
    private static ToldSpeaker? HanBefore(string text)
    {
        var clause = text.TrimEnd('：', ':', '，', ',', ' ');
        clause = HanObjects.FirstOrDefault(told => clause.EndsWith(told, StringComparison.Ordinal)) is { } heard ? clause[..^heard.Length] : clause;
        var verb = Array.Find(HanVerbs, verb => clause.EndsWith(verb, StringComparison.Ordinal));
        return verb is null ? null : HanName(clause[(clause.LastIndexOfAny(['，', ',', ' ']) + 1)..^verb.Length], clause);
    }

    private static ToldSpeaker? HanName(string words, string clause)
    {
        var role = Array.Find(HanRoles, role => words.Contains(role, StringComparison.Ordinal));
        var name = role is null ? words : words[(words.IndexOf(role, StringComparison.Ordinal) + role.Length)..];
        if (name.Contains('·'))
        {
            return new(name, role, clause);
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (HanSurnames.Contains(name[i].ToString()))
            {
                // A name has two or three characters; adverbs of time and place may stand behind it.
                var end = HanEnd().Match(name, Math.Min(i + 2, name.Length));
                return new(name[i..Math.Min(i + 3, end.Success ? end.Index : name.Length)], role, clause);
            }
        }

        return name.Length is > 1 and <= LongestHanName ? new(name, role, clause) : role is null ? null : new(role, null, clause);
    }

    /// <summary>「…」と田中市長は述べた</summary>
    private static ToldSpeaker? JapaneseBehind(string text) =>
        Japanese().Match(text) is { Success: true } match ? new(match.Groups["name"].Value, match.Groups["role"] is { Success: true, Value: var role } ? role : null, match.Value) : null;

    /// <summary>قال رئيس البلدية سامي خليل</summary>
    private static ToldSpeaker? Arabic(string text)
    {
        var words = text.Split([' ', ':', '،', ',', '.', '»', '"', '”'], StringSplitOptions.RemoveEmptyEntries);
        var verb = Array.FindLastIndex(words, ArabicVerbs.Contains);
        if (verb < 0)
        {
            return null;
        }

        var offices = words[(verb + 1)..].TakeWhile(ArabicRoles.Contains).ToArray();
        var name = words[(verb + 1 + offices.Length)..].TakeWhile(word => !ArabicRoles.Contains(word)).Take(3).ToArray();
        return name.Length == 0 ? null
            : new(string.Join(' ', name), offices.Length == 0 ? null : string.Join(' ', offices), string.Join(' ', words[verb..(verb + 1 + offices.Length + name.Length)]));
    }

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}·]{2,16}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex HanRun();

    /// <summary>Behind a name: to whom, where, when.</summary>
    [GeneratedRegex("[对對向在于於也还還则則昨今]|(周|週|星期)[一二三四五六日末]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex HanEnd();

    [GeneratedRegex(@"^と、?(?<name>[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}・]{1,12}?)(?<role>市長|首相|大統領|知事|教授|議員|社長|会長|監督|選手|大臣|氏|さん)?[はがも、].{0,12}?(述べ|話し|語|言|答え|訴え|強調し|説明し|コメントし)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Japanese();
}
