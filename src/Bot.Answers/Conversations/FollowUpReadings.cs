using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Answers.Conversations;

/// <summary>
/// Every way to read a follow-up without a model: as it is; with somebody or something of the conversation in place of its pronoun; with the frame of the
/// question before it (“and why?” asks why of what was asked).
/// </summary>
internal static partial class FollowUpReadings
{
    private const int MostReadings = 8;

    // How likely each is, before the articles are asked.
    private const double AsIs = 0.9;
    private const double AsIsWithPronoun = 0.5;
    private const double Framed = 0.95;
    private const double Swapped = 0.9;
    private const double InContext = 0.8;

    /// <param name="earlier">At least one turn, oldest first.</param>
    /// <returns>At least one, the likeliest first, none twice.</returns>
    public static ImmutableArray<Reading> Of(string question, IReadOnlyList<ConversationTurn> earlier)
    {
        var last = earlier[^1].Question;
        var bare = Capitalised(Filler().Replace(question.Trim(), ""));
        var readings = new List<Reading>();
        var isElliptic = Elliptic().IsMatch(bare);
        if (isElliptic && QuestionFrame.Ask(bare, earlier[^1]) is { } framed)
        {
            readings.Add(new Reading(framed, 1));
        }

        var ruled = FollowUpRules.StandAlone(question, earlier);
        if (!isElliptic && ruled != question && !Pronoun().IsMatch(bare))
        {
            readings.Add(new Reading(ruled, 1));
        }

        if (VerbLeftOut().Match(bare) is { Success: true } open && QuestionFrame.Complete(open.Groups["asks"].Value, last) is { } completed)
        {
            readings.Add(new Reading(completed, 1));
        }

        if (Pronoun().Match(bare) is { Success: true } pronoun)
        {
            readings.AddRange(Referents.Of(pronoun.Value, earlier).Select(referent => new Reading(QuestionFrame.Put(referent.Text, bare, pronoun), referent.Prior)));
            if (!isElliptic && Event().Match(bare) is { Success: true } whole && whole.Index <= pronoun.Index && QuestionFrame.StatementOf(last) is { } statement)
            {
                readings.Add(new Reading($"{bare[..whole.Index]} that {statement}?", Framed));
            }
        }
        else if (!isElliptic && QuestionFrame.TopicOf(last) is { } topic && !bare.Contains(topic, StringComparison.OrdinalIgnoreCase))
        {
            readings.Add(new Reading($"{bare.TrimEnd('?', '.', ' ')}, {topic}?", InContext, IsWhole: false));
        }

        if (Short().IsMatch(bare))
        {
            readings.AddRange(QuestionFrame.Swap(Filler().Replace(question.Trim(), "").TrimEnd('?', '.', '!', ' '), last).Select(text => new Reading(text, Swapped)));
        }

        if (readings.Count == 0 || (!isElliptic && !Pronoun().IsMatch(bare)))
        {
            readings.Add(new Reading(bare, Pronoun().IsMatch(bare) ? AsIsWithPronoun : AsIs));
        }

        return [.. readings.OrderByDescending(reading => reading.Prior).DistinctBy(reading => reading.Text, StringComparer.OrdinalIgnoreCase).Take(MostReadings)];
    }

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^((ok(ay)?|and|but|so|also|well|then|yes|no|right|hm+|oh|now)\b[,\s]*)+(?=\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Filler();

    /// <summary>Nothing but what is asked for: “why?”, “for how long?”, “which song?”, “where was that?”, “where else?”, “in Ohio?”.</summary>
    [GeneratedRegex(
        """
        ^((by|for|since|from|to|with|at|in|of|until)\ )?
        (who|whom|whose|what|when|where|why|how|which)(['’]s)?(\ (long|much|many|fast|far|often|soon|come|else|exactly|not|then|so))?
        (\ (is|was|were|are|did|does)?\ ?(that|this|it)(\ (happen|happened|be|supposed\ to\ have\ happened))?)?(\ then)?\s*[?.!]*$
        | ^(which|what|whose)\ \w+\s*[?.!]*$
        | ^(in|on|at|by|from|for|with|to|before|after|during|since|under)\ (?!(what|which|who|whom|how|when|where)\b)(\S+\ ?){1,4}[?.!]*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Elliptic();

    [GeneratedRegex(@"\b((he|she|him|his|her|hers|they|them|their|theirs|it|its|there)\b|(this|that|those|these)\b(?=\s*([?.!,]|$|(is|was|are|were|has|have|had|did|does|do|will|would|can|could|then)\b)))(?! (true|possible|likely|clear|takes?)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pronoun();

    /// <summary>What stands for all that was asked before: “who decided that?”, “what does he say to that?”.</summary>
    [GeneratedRegex(@"(?<!\b(is|was|are|were|for|to|about|of|in|with|by|at|on|from|after|before))\s+(that|this|it)\s*(?=[?.!]*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Event();

    /// <summary>“When will they?”: the verb is that of the question before.</summary>
    [GeneratedRegex(@"^(?<asks>(who|what|when|where|why|how)( \w+)? (do|does|did|has|have|had|can|could|will|would|should|is|are|was|were)) (he|she|it|they)( then)?\s*[?.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex VerbLeftOut();

    /// <summary>A noun alone: “Cook?”, “the environment?”, “what about Google?”.</summary>
    [GeneratedRegex(@"^((what|how) about )?(?!(who|what|when|where|why|which|whose|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|in|on|at|by|from|for|with|to|before|after|during|since|under)\b)(\S+ ?){1,4}[?.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Short();
}
