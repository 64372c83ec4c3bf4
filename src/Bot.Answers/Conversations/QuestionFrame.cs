using System.Text.RegularExpressions;

namespace Bot.Answers.Conversations;

/// <summary>The frame of a question: what is asked for, and of what.</summary>
internal static partial class QuestionFrame
{
    /// <summary>Asks something else of what was asked before.</summary>
    /// <param name="wanted">“Why?”, “For how long?”, “In Ohio?”.</param>
    /// <param name="before">A question that stands alone, and its answer.</param>
    /// <returns>“Why has Sweden dropped the case?”; null where the last question has no such frame.</returns>
    public static string? Ask(string wanted, ConversationTurn before)
    {
        var last = before.Question;
        var asks = Others().Replace(Tail().Replace(wanted, ""), " else").TrimEnd('?', '.', '!', ' ');
        var asked = last.TrimEnd('?', '.', '!', ' ');
        if (asks.Length == 0 || asked.Length == 0)
        {
            return null;
        }

        if (Preposition().Match(asks) is { Success: true } preposition)
        {
            var at = asked.LastIndexOf($" {preposition.Groups["word"].Value} ", StringComparison.OrdinalIgnoreCase);
            return $"{(at > 0 ? asked[..at] : asked)} {char.ToLowerInvariant(asks[0])}{asks[1..]}?";
        }

        if (YesNo().IsMatch(asked))
        {
            // “Did they play music?” “Which song?” asks for what stands in the place of the music.
            asked = Sort().IsMatch(asks) && asked.LastIndexOf(' ') is > 0 and var end && asked.Count(c => c == ' ') > 2 ? asked[..end] : asked;
            return $"{asks} {char.ToLowerInvariant(asked[0])}{asked[1..]}?";
        }

        if (Asking().Match(asked) is not { Success: true } opening)
        {
            return null;
        }

        var rest = asked[opening.Length..].TrimStart();
        if (!SubjectAsked().IsMatch(asked))
        {
            // “How many fighters did he send?” “What for?” asks of fighters, too.
            var noun = opening.Groups["noun"] is { Success: true } counted ? $" {counted.Value}" : "";
            return YesNo().IsMatch(rest) ? $"{asks} {rest}{noun}?" : $"{asks}: {rest}{noun}?";
        }

        // “Who was missing?” asks for the subject itself: the answer has it.
        var subject = Referents.Answering(before).FirstOrDefault();
        return subject is null ? $"{asks}: {rest}?"
            : YesNo().Match(rest) is { Success: true } verb ? $"{asks} {verb.Value} {subject}{rest[verb.Length..]}?" : $"{asks} {subject} {rest}?";
    }

    /// <param name="asks">“When will”, of “When will they?”.</param>
    /// <returns>“When will children take part?”; null where the last question was none for a yes or no.</returns>
    public static string? Complete(string asks, string last)
    {
        var asked = last.TrimEnd('?', '.', '!', ' ');
        return YesNo().Match(asked) is { Success: true } verb ? $"{asks}{asked[verb.Length..]}?" : null;
    }

    /// <summary>What a yes-or-no question asks about, as a statement: “Sweden has dropped the case”; null where its subject is not seen.</summary>
    public static string? StatementOf(string question)
    {
        var asked = question.TrimEnd('?', '.', '!', ' ');
        if (YesNo().Match(asked) is not { Success: true } verb)
        {
            return null;
        }

        var rest = asked[verb.Length..].TrimStart();
        var subject = Referents.Subject(rest);
        var says = verb.Value.ToLowerInvariant() is var word && word is "do" or "does" or "did" ? "" : $" {word}";
        return subject is null ? null : $"{rest[..subject.Value]}{says}{rest[subject.Value..]}";
    }

    /// <summary>The last question with something else in place of what it asks about, and of each thing that it speaks of.</summary>
    /// <returns>The likeliest first.</returns>
    public static IEnumerable<string> Swap(FollowUp other, string last)
    {
        if (other.Thing is not { } thing)
        {
            yield break;
        }

        var asked = last.TrimEnd('?', '.', '!', ' ');
        var things = Referents.Things(last).ToArray();
        var about = asked.LastIndexOf(" about ", StringComparison.OrdinalIgnoreCase);
        var isOfSomebody = about > 0 && !other.SaysAbout && char.IsUpper(thing[0])
            && things.Any(named => char.IsUpper(named[0]) && asked.IndexOf(named, StringComparison.Ordinal) < about);
        if (about > 0 && !isOfSomebody)
        {
            yield return $"{asked[..about]} about {thing}?";
        }

        foreach (var named in things)
        {
            var at = last.IndexOf(named, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                yield return last[..at] + thing + last[(at + named.Length)..];
            }
        }

        // “Is privacy a value?”: the subject, too, where it has no article.
        if (YesNo().Match(asked) is { Success: true } verb && asked.IndexOf(' ', verb.Length + 1) is > 0 and var end)
        {
            yield return $"{verb.Value} {thing}{asked[end..]}?";
        }

        if (isOfSomebody || (things.Length == 0 && about < 0))
        {
            yield return isOfSomebody ? $"{asked[..about]} about {thing}?" : $"{asked}: {thing}?";
        }
    }

    /// <summary>The question with a referent in place of its pronoun.</summary>
    public static string Put(string referent, FollowUp asked)
    {
        var (question, pronoun) = (asked.Text, asked.Pronoun);
        var word = pronoun.Value.ToLowerInvariant();
        var rest = question[(pronoun.Index + pronoun.Length)..];
        var owns = word is "his" or "its" or "their" || (word == "her" && rest.Length > 1 && rest[0] == ' ' && char.IsLetter(rest[1]) && !After().IsMatch(rest));
        return word == "there"
            ? $"{question[..pronoun.Index]}at {referent}{rest}"
            : $"{question[..pronoun.Index]}{(pronoun.Index == 0 ? char.ToUpperInvariant(referent[0]) + referent[1..] : referent)}{(owns ? "’s" : "")}{rest}";
    }

    /// <summary>Whether a question asks who or what did something: “Who paid?”, “Which company doubled its prices?”; not “Who is Ida Berg?”.</summary>
    public static bool AsksForSubject(string question) => SubjectAsked().IsMatch(question);

    /// <summary>What a question is about: its name or its noun; null when it has neither.</summary>
    public static string? TopicOf(string question) => Referents.Things(question).FirstOrDefault();

    [GeneratedRegex(@"(['’]s)?(\s+(is|was|were|are|did|does)?\s*(that|this|it)(\s+(supposed to have )?happen(ed)?)?|\s+(did|does|do|has|have|had|will|would|can|could)\s+\w+\s+(do|done)\s+(that|this|it|so))?(\s+(then|exactly|so))?\s*[?.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    /// <summary>“Who were the others?” asks who else.</summary>
    [GeneratedRegex(@"\s+(is|are|was|were) the (others?|rest)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?<word>in|on|at|by|from|for|with|to|before|after|during|since|under)\s+(?!(what|which|who|whom|how|when|where)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^(is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"^((by|for|since|from|to|with|at|in|of|until) )?(who|whom|whose|what|when|where|why|which|how)(( (long|much|many|fast|far|often|old|big|high|soon)( more)?)|(?<=which|what|whose|many|much) (?<noun>(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b|have\b|had\b|can\b|could\b|will\b|would\b|should\b)\w+))*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Asking();

    /// <summary>“Who beat Norland?”, “Which company doubled its prices?”, “Who will decide?”; not “Who is Ida Berg?”.</summary>
    [GeneratedRegex(@"^(who|which|what)\s+(?!(is|are|was|were)\s+(the|a|an|(?-i:\p{Lu}))|(\w+\s+){0,3}(did|do|does)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex SubjectAsked();

    [GeneratedRegex(@"^(which|what)\s+(?!(else|then|exactly)\b)\w+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sort();

    [GeneratedRegex(@"^ (in|on|at|by|from|for|with|to|before|after|during|since|then|now|and|or|about|the|a)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex After();
}
