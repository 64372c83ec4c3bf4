using System.Collections.Frozen;
using Bot.Language;

namespace Bot.Answers.Verification.Terms;

/// <summary>Words that change what a sentence claims without changing what it is about.</summary>
internal static class Wording
{
    private static readonly FrozenSet<string> Negations = Set(
        "not no never none nor neither nobody nothing nowhere without cannot hardly barely scarcely unable");

    private static readonly FrozenSet<string> Hedges = Set("""
        may might could would perhaps possibly probably likely unlikely apparently reportedly allegedly alleged suspected believed seem seems seemed
        appears appeared suggest suggests suggested expected potentially potential up about around nearly almost roughly approximately estimated
        least most mostly largely mainly partly some if whether
        """);

    private static readonly FrozenSet<string> Reports = Set("""
        said says say saying told tells tell stated states according added adds reported reports report announced announces claims claimed mentioned
        mentions noted notes explained explains article articles passage passages text author source sources informed
        summary summarizes summarized concise based provided given following information
        """);

    private static readonly FrozenSet<string> Connectives = Set(
        "however additionally furthermore moreover meanwhile therefore thus hence overall finally lastly besides instead including regarding yet later then");

    private static readonly FrozenSet<string> Calendar = Set("""
        monday tuesday wednesday thursday friday saturday sunday
        january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        """);

    private static readonly FrozenSet<string> Doubts = Set(
        "may might could perhaps possibly probably possible likely apparently allegedly alleged reportedly suspected potential potentially purported presumed");

    private static readonly FrozenSet<string> Bounds = Set("than over under above below beyond least most fewer less more");

    private static readonly FrozenSet<string> Claims = Set("""
        said says say saying told tells tell stated states according added adds claims claimed claim claiming noted notes warned warns
        believe believes believed think thinks thought allege alleges alleged insist insists insisted argue argues argued suggest suggests suggested
        suspect suspects suspected fear fears feared accuse accuses accused
        """);

    // Modal verbs by what they claim; “would” is “will” in reported speech.
    private static readonly FrozenDictionary<string, string> Modalities = "will/will would/will shall/will can/can could/can may/may might/may should/should ought/should must/must did/does does/does do/does"
        .Split(' ').Select(pair => pair.Split('/')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Totals = Set("all every each any only always never exactly entirely must none");

    // What WordNet does not oppose: prepositions, degrees, and pairs it files under other senses.
    private static readonly FrozenDictionary<string, string[]> Contraries = Pairs("""
        before/after more/less more/fewer above/below over/under up/down into/from for/against with/without always/never all/none both/neither
        man/woman men/women boy/girl male/female husband/wife father/mother son/daughter brother/sister he/she his/her him/her
        increase/decrease rise/fall rose/fell grow/shrink gain/loss win/lose won/lost winner/loser winning/losing success/failure victory/defeat
        accept/reject approve/reject support/oppose agree/refuse allow/ban permit/forbid confirm/deny guilty/innocent convicted/acquitted
        first/last best/worst most/least largest/smallest biggest/smallest highest/lowest oldest/youngest early/late earlier/later
        north/south east/west northern/southern eastern/western left/right old/new old/young begin/end start/end start/stop open/close
        join/leave buy/sell arrive/leave strengthen/weaken include/exclude many/few minimum/maximum legal/illegal alive/dead arrest/release
        praise/mock praise/condemn praise/criticize admit/deny accept/dismiss welcome/reject certain/unclear clear/unclear
        hire/fire borrow/lend import/export attack/defend love/hate rich/poor safe/dangerous strong/weak good/bad better/worse positive/negative
        """);

    private static readonly FrozenDictionary<string, string> Months = "jan/january feb/february mar/march apr/april jun/june jul/july aug/august sep/september sept/september oct/october nov/november dec/december"
        .Split(' ').Select(pair => pair.Split('/')).ToFrozenDictionary(pair => pair[0], pair => Stems.Of(pair[1]), StringComparer.Ordinal);

    /// <summary>The stem of the month of which the word is the short name; null for other words.</summary>
    public static string? MonthOf(string word) => Months.GetValueOrDefault(word);

    public static bool IsNegation(string word) => Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>What a modal verb claims, the same for verbs that claim the same; null for other words.</summary>
    public static string? ModalityOf(string word) => Modalities.GetValueOrDefault(word);

    /// <summary>Leaves open whether it is so: a <see cref="IsHedge"/> of a whole claim.</summary>
    public static bool IsDoubt(string word) => Doubts.Contains(word);

    /// <summary>Makes a number a limit: “more than”, “over”.</summary>
    public static bool IsBound(string word) => Bounds.Contains(word);

    /// <summary>Leaves no exception: “all”, “always”.</summary>
    public static bool IsTotal(string word) => Totals.Contains(word);

    public static bool IsHedge(string word) => Hedges.Contains(word);

    public static bool IsReport(string word) => Reports.Contains(word);

    /// <summary>Gives what is said to whoever says, thinks or alleges it.</summary>
    public static bool IsClaim(string word) => Claims.Contains(word);

    /// <summary>Joins what is said to what was said before.</summary>
    public static bool IsConnective(string word) => Connectives.Contains(word);

    public static bool IsCalendar(string word) => Calendar.Contains(word);

    /// <summary>The words that say the contrary, in the same degree (“newest”, “oldest”); empty for most.</summary>
    public static IEnumerable<string> ContrariesOf(string word)
    {
        if (Contraries.TryGetValue(word, out var contraries))
        {
            return contraries;
        }

        foreach (var degree in Degrees)
        {
            if (word.Length > degree.Length + 2 && word.EndsWith(degree, StringComparison.Ordinal)
                && (Contraries.TryGetValue(word[..^degree.Length], out contraries) || Contraries.TryGetValue(word[..^(degree.Length - 1)], out contraries)))
            {
                return contraries.Select(contrary => contrary.EndsWith('e') ? contrary + degree[1..] : contrary + degree);
            }
        }

        return [];
    }

    private static readonly string[] Degrees = ["est", "er"];

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string[]> Pairs(string pairs) =>
        pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('/'))
            .SelectMany(pair => new[] { (Word: pair[0], Contrary: pair[1]), (Word: pair[1], Contrary: pair[0]) })
            .GroupBy(pair => pair.Word, pair => pair.Contrary, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
