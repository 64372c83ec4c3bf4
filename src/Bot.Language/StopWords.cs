using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words that say how a sentence is built rather than what it is about.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = """
        a an the this that these those such same
        and or but nor so yet if then than though although because while whereas unless until whether
        of in on at by to from for with without into onto upon about as per via
        i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
        we us our ours ourselves they them their theirs themselves one ones
        who whom whose which what when where why how
        am is are was were be been being do does did doing done have has had having
        will would shall should can could may might must ought
        not no nor never n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't cannot couldn't
        shouldn't haven't hasn't hadn't it's he's she's that's there's what's who's i'm you're we're they're i've we've they've i'll
        dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt whats whos hows wheres whens whys thats theres
        there here also too very just only even still already ever again
        any some each every all both either neither other another
        s t d ll m re ve
        please tell name give according
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">In lower case (<see cref="Words.Fold"/>).</param>
    public static bool Contains(string word) => All.Contains(word);
}
