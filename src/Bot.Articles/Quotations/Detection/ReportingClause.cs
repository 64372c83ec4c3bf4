using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations.Detection;

/// <summary>Finds the words that say who speaks where no mark divides them from the speech.</summary>
internal static class ReportingClause
{
    /// <summary>Whether one starts here: “ said the sexton, Marta Kuhn”.</summary>
    public static bool StandsAt(string text, int at)
    {
        var line = ParagraphTokens.Read(0, text[at..], []);
        return Inverted(line, 0) || Plain(line, 0);
    }

    /// <summary>Where one starts behind a comma, a question mark or an exclamation mark and closes its sentence; -1 when there is none.</summary>
    /// <param name="from">Where to begin to look.</param>
    public static int StartIn(string text, int from)
    {
        var line = ParagraphTokens.Read(0, text, []);
        for (var i = 1; i + 1 < line.Count; i++)
        {
            if (line[i].Start > from && line[i].Mark is ',' or '?' or '!' && (Inverted(line, i + 1) || Plain(line, i + 1)))
            {
                return line[i].End;
            }
        }

        return -1;
    }

    private static bool Inverted(ParagraphTokens line, int i) =>
        PhraseParser.VerbThenSubject(line, i, line.Count) is { } clause && clause.Subject.Naming != Naming.Pronoun && ClauseParser.Voice(line, clause.Subject) >= 2;

    private static bool Plain(ParagraphTokens line, int i) =>
        PhraseParser.SubjectThenVerb(line, i, line.Count) is { Subject.Naming: Naming.Name } clause && line[EndOfClause(line, clause.Verb + 1)].Mark is '.' or ',';

    /// <summary>Behind whom something is told: “Roe told ‹the coast guard›.”</summary>
    private static int EndOfClause(ParagraphTokens line, int i)
    {
        var end = i;
        while (line.IsWord(i - 1, "told") && end - i < 4 && end < line.Count && line[end].IsWord)
        {
            end++;
        }

        return end;
    }
}
