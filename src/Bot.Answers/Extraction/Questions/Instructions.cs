using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Language;

namespace Bot.Answers.Extraction.Questions;

/// <summary>Tells instructions dressed as questions from questions. An article answers neither “ignore your rules” nor “say hello to @everyone”.</summary>
/// <remarks>Nothing here could be obeyed anyway; this keeps such a text from being met with whatever sentence shares a word with it.</remarks>
public static class Instructions
{
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(".!?;:,—\n");

    private static readonly FrozenSet<string> Orders = Set(
        "print repeat output say write pretend act translate respond reply ping mention send post execute run delete roleplay ignore disregard override bypass forget simulate");

    // Orders that are as often what a question is about.
    private static readonly FrozenSet<string> Nouns = Set("output post print act run mention reply");

    private static readonly FrozenSet<string> Questions = Set("what which who whom whose when where why how");

    private static readonly FrozenSet<string> ToTheBot = Set("you your yourself me my exactly following word verbatim everyone");

    private static readonly FrozenSet<string> Dismissals = Set("ignore disregard forget override bypass");

    private static readonly FrozenSet<string> Secrets = Set("prompt prompts instruction instructions rules guidelines configuration password token key secret secrets credentials programming");

    private static readonly FrozenSet<string> Polite = Set("please now then just also first and instead kindly so ok okay hey hi hello bot assistant");

    private static readonly string[] Phrases =
    [
        "you are now", "from now on", "developer mode", "system prompt", "jailbreak", "your own knowledge", "your knowledge", "outside knowledge",
        "general knowledge", "answer as if", "act as", "pretend to be", "pretend you", "do anything now", "repeat after me", "new instructions",
        "without using the article", "instead of the article", "instead of answering", "hidden instructions",
    ];

    private static readonly string[] Marks = ["@everyone", "@here", "<@", "<|", "</", "system:", "assistant:", "###", "```"];

    /// <summary>True when the text gives the bot an order rather than asking about an article.</summary>
    public static bool AreIn(string question)
    {
        if (Marks.Any(mark => question.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var words = Words.Read(question);
        var spoken = ' ' + string.Join(' ', words.Select(word => word.Text)) + ' ';
        if (Phrases.Any(phrase => spoken.Contains(' ' + phrase + ' ', StringComparison.Ordinal)))
        {
            return true;
        }

        var opens = true;
        for (var i = 0; i < words.Length; i++)
        {
            // An order stands where a clause begins: “Ignore …”, “…, and print …”; “Did they ignore …” asks.
            opens |= i > 0 && question.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).ContainsAny(ClauseMarks);
            if (opens && Orders.Contains(words[i].Text) && IsOrder(words[i].Text, words.AsSpan()[(i + 1)..]) && !(i == 0 && AsksAboutA(words)))
            {
                return true;
            }

            if (words[i].Text is "your" && words.Skip(i + 1).Take(3).Any(word => Secrets.Contains(word.Text)))
            {
                return true;
            }

            opens = opens && Polite.Contains(words[i].Text);
        }

        return false;
    }

    /// <summary>“Output fell by how much?”, “Post offices in how many towns will close?”: a noun that could be an order, and a question word inside the sentence.</summary>
    private static bool AsksAboutA(ImmutableArray<Word> words) =>
        Nouns.Contains(words[0].Text) && words.Skip(2).Any(word => Questions.Contains(word.Text)) && !words.Any(word => ToTheBot.Contains(word.Text) || Secrets.Contains(word.Text));

    // “Forget” and the like need to say what; after a comma they could be part of a list.
    private static bool IsOrder(string verb, ReadOnlySpan<Word> rest) => !Dismissals.Contains(verb) || rest.Length > 0;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
