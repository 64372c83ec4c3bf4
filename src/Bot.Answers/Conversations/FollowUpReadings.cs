using System.Collections.Immutable;

namespace Bot.Answers.Conversations;

/// <summary>
/// Every way to read a follow-up without a model: as it is; with somebody or something of the conversation in place of its pronoun; with the frame of the
/// question before it (“and why?” asks why of what was asked, “and Greenland?” asks the same of Greenland).
/// </summary>
internal static class FollowUpReadings
{
    private const int MostReadings = 8;

    // How likely each is, before the articles are asked.
    private const double Framed = 1;
    private const double Statement = 0.95;
    private const double AsIs = 0.9;
    private const double Swapped = 0.9;
    private const double InContext = 0.8;

    /// <param name="question">As it was typed.</param>
    /// <param name="earlier">At least one turn, oldest first.</param>
    /// <returns>At least one, the likeliest first, none twice.</returns>
    public static ImmutableArray<Reading> Of(string question, IReadOnlyList<ConversationTurn> earlier)
    {
        var asked = new FollowUp(question);
        return [.. WithLastFrame(asked, earlier[^1]).Concat(WithReferents(asked, earlier)).Concat(ByItself(asked)).DefaultIfEmpty(new Reading(asked.Text, AsIs))
            .Select(reading => reading with { Text = FollowUp.Capitalised(reading.Text) })
            .OrderByDescending(reading => reading.Prior).DistinctBy(reading => reading.Text, StringComparer.OrdinalIgnoreCase).Take(MostReadings)];
    }

    private static IEnumerable<Reading> WithLastFrame(FollowUp asked, ConversationTurn last)
    {
        if (asked.IsElliptic && QuestionFrame.Ask(asked.Text, last) is { } framed)
        {
            yield return new Reading(framed, Framed);
        }

        if (asked.LeavesVerb is { } asks && QuestionFrame.Complete(asks, last.Question) is { } completed)
        {
            yield return new Reading(completed, Framed);
        }

        if (asked.MeansAllOfIt is { } told && QuestionFrame.StatementOf(last.Question) is { } statement)
        {
            yield return new Reading($"{told} that {statement}?", Statement);
        }

        var prior = Framed;
        foreach (var swapped in QuestionFrame.Swap(asked, last.Question))
        {
            yield return new Reading(swapped, prior);
            prior = Swapped;
        }
    }

    private static IEnumerable<Reading> WithReferents(FollowUp asked, IReadOnlyList<ConversationTurn> earlier)
    {
        if (asked.Pronoun.Success)
        {
            return Referents.Of(asked.Pronoun.Value, earlier).Select(referent => new Reading(Filled(referent.Text, asked, earlier), referent.Prior));
        }

        return !asked.IsElliptic && QuestionFrame.TopicOf(earlier[^1].Question) is { } topic && !asked.Text.Contains(topic, StringComparison.OrdinalIgnoreCase)
            ? [new Reading($"{asked.Text.TrimEnd('?')}, {topic}?", InContext, IsWhole: false)]
            : [];
    }

    /// <summary>“How did she get it?”: the second pronoun means what the first does not.</summary>
    private static string Filled(string referent, FollowUp asked, IReadOnlyList<ConversationTurn> earlier)
    {
        var filled = new FollowUp(QuestionFrame.Put(referent, asked));
        var other = filled.Pronoun.Success ? Referents.Of(filled.Pronoun.Value, earlier).Select(other => other.Text).FirstOrDefault(IsOther) : null;
        return other is null ? filled.Text : QuestionFrame.Put(other, filled);

        bool IsOther(string name) => !name.Contains(referent, StringComparison.OrdinalIgnoreCase) && !referent.Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As it is, unless it leaves to the questions before what it speaks of.</summary>
    private static IEnumerable<Reading> ByItself(FollowUp asked) => asked.IsElliptic || asked.Pronoun.Success || asked.Thing is not null ? [] : [new Reading(asked.Text, AsIs)];
}
