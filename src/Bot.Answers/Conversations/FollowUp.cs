using System.Text.RegularExpressions;
using Bot.Language;

namespace Bot.Answers.Conversations;

/// <summary>A question that goes on from those before it: what it says, and what it leaves to them.</summary>
internal sealed partial class FollowUp
{
    /// <summary>Words by which a question may lean on what was said before it.</summary>
    private static readonly HashSet<string> Leaning = new(
        [
            "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "that", "these", "those", "there", "then", "here",
            "one", "ones", "same", "other", "others", "another", "else", "more", "such", "both", "too", "also", "again",
        ],
        StringComparer.Ordinal);

    /// <param name="question">As it was typed.</param>
    public FollowUp(string question)
    {
        Bare = Joining().Replace(question.Trim(), "").TrimEnd('?', '.', '!', ' ');
        Text = Bare.Length == 0 ? question : Capitalised(Bare) + "?";
        Pronoun = PronounPattern().Match(Text);
        LeavesVerb = VerbLeftOut().Match(Bare) is { Success: true } open ? open.Groups["asks"].Value : null;
        IsElliptic = Elliptic().IsMatch(Bare);
        Thing = !IsElliptic && ThingAlone().Match(Bare) is { Success: true } alone ? alone.Groups["thing"].Value : null;
        SaysAbout = Thing is not null && Bare.StartsWith("about ", StringComparison.OrdinalIgnoreCase);
        MeansAllOfIt = !IsElliptic && Event().Match(Text) is { Success: true } all && all.Index <= Pronoun.Index ? Text[..all.Index] : null;
    }

    /// <summary>The question as a sentence, without the “and”, “but” or “ok” before it.</summary>
    public string Text { get; }

    /// <summary>The same without its marks, as it was typed.</summary>
    public string Bare { get; }

    /// <summary>The first word that stands for somebody or something named before; no success where there is none.</summary>
    public Match Pronoun { get; }

    /// <summary>
    /// Nothing but what is asked for: “why?”, “for how long?”, “which song?”, “where was that?”, “who else?”, “in Ohio?”. “Where is that?” asks where
    /// something is, not where something was done.
    /// </summary>
    public bool IsElliptic { get; }

    /// <summary>A noun that stands alone: “Cook”, “the environment”, of “What about Google?” the name; null for every other question.</summary>
    public string? Thing { get; }

    /// <summary>“And about Greenland?”, which puts the thing in place of what the question before was about.</summary>
    public bool SaysAbout { get; }

    /// <summary>“When will” of “When will they?”, whose verb is that of the question before; else null.</summary>
    public string? LeavesVerb { get; }

    /// <summary>“Who decided” of “Who decided that?”, which means all that was asked before; else null.</summary>
    public string? MeansAllOfIt { get; }

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Whether a question names something and none of its words looks back.</summary>
    public static bool StandsAlone(string question)
    {
        var words = Words.Read(question);
        return words.Any(word => (word.IsCapital && !word.IsStop && (word.Traits & WordTraits.Opening) == 0) || word.IsNumber) && !words.Any(word => Leaning.Contains(word.Text))
            && !Joined().IsMatch(question);
    }

    [GeneratedRegex(@"^((ok(ay)?|and|but|so|also|well|then|yes|no|right|hm+|oh|now)\b[,\s]*)+(?=\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Joining();

    [GeneratedRegex(@"^(and\b|((but|so)\s+)?(what|how)\s+about\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Joined();

    [GeneratedRegex(
        """
        ^(?!where(['’]s|\ is)\ (that|this|it)$)
        ((by|for|since|from|to|with|at|in|of|until)\ )?
        (who|whom|whose|what|when|where|why|how|which)(['’]s)?(\ (long|much|many|fast|far|often|soon|come|else|exactly|not|then|so|for))?
        (\ (is|was|were|are|did|does)?\ ?(that|this|it)(\ (happen|happened|be|supposed\ to\ have\ happened))?
         |\ (did|does|do|has|have|had|will|would|can|could)\ (he|she|it|they|\p{Lu}\w+)\ (do|done)\ (that|this|it|so)
         |\ (is|are|was|were)\ the\ (others?|rest))?(\ then)?\s*$
        | ^(which|what|whose)\ \w+\s*$
        | ^(in|on|at|by|from|for|with|to|before|after|during|since|under)\ (?!(what|which|who|whom|how|when|where)\b)(\S+\ ?){1,4}$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Elliptic();

    // “It is true that …” and “there are …” mean nothing that was named.
    [GeneratedRegex(
        """
        \b((he|she|him|his|her|hers|they|them|their|theirs|it|its)\b(?!\ (do|done)\ (that|this|it|so)\b)
        |(?<!\b(is|are|was|were)\ )there\b(?!\ (be|been|is|are|was|were|has|have|will)\b) | there(?=\s*\?)
        |(?<!\b(do|done)\ )(this|that|those|these)\b(?=\s*([?,]|(is|was|are|were|has|have|had|did|does|do|will|would|can|could|then)\b)))
        (?!\ (true|possible|likely|clear|takes?(\ to|\ for|\?))(?!\w))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PronounPattern();

    /// <summary>“Who decided that?”, “What does he say to that?”; not “What is it?”.</summary>
    [GeneratedRegex(@"(?<!\b(is|was|are|were|for|to|about|of|in|with|by|at|on|from|after|before))\s+(that|this|it)\s*(?=[?]*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Event();

    [GeneratedRegex(@"^(?<asks>(who|what|when|where|why|how)( \w+)? (do|does|did|has|have|had|can|could|will|would|should|is|are|was|were)) (he|she|it|they)( then)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex VerbLeftOut();

    [GeneratedRegex(@"^(((what|how) )?about )?(?<thing>(?!(who|what|when|where|why|which|whose|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|in|on|at|by|from|for|with|to|before|after|during|since|under)\b)\S+( \S+){0,3}) ?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ThingAlone();
}
