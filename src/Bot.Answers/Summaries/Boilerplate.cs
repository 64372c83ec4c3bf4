using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>Sentences of a page that are no part of its story: appeals to the reader, credits, captions, notes of corrections, teasers, who the author is.</summary>
internal static partial class Boilerplate
{
    // Where a page says who wrote it.
    private const int AuthorReach = 3;

    // Where pages of a newspaper have the words under their picture, and how long these are at most.
    private const int CaptionReach = 4;
    private const int LongestCaption = 30;
    private const int Subject = 6;

    private static readonly FrozenSet<string> CaptionVerbs = WordList.Set("en/readability/caption-verbs");

    public static bool Is(Article article, SummarySentence sentence)
    {
        var text = sentence.Text;
        var isSpeech = sentence.Speech.Any(speech => speech.Start <= sentence.Start + 1);
        return (!isSpeech && (Appeal().IsMatch(text) || Teaser().IsMatch(text) || ToReader().IsMatch(text)))
            || Contact().IsMatch(text) || Credit().IsMatch(text) || Note().IsMatch(text) || Caption().IsMatch(text)
            || (!isSpeech && (IsAboutTheAuthor(article, sentence) || IsUnderPicture(sentence)));
    }

    /// <summary>A line between the beginning and the rest in which somebody does, in the present, what pictures show: “A soldier lays a wreath in Eastby on Tuesday.”</summary>
    private static bool IsUnderPicture(SummarySentence sentence) =>
        sentence.Paragraph is { Number: > 1 and <= CaptionReach, Sentences.Length: 1 } && sentence.Words.Length <= LongestCaption
        && sentence.Words is [var first, var second, ..] && ((first.IsCapital && second.IsCapital) || first.Text is "a" or "an")
        && sentence.Words.Skip(1).Take(Subject).Any(word => !word.IsCapital && CaptionVerbs.Contains(word.Text));

    private static bool IsAboutTheAuthor(Article article, SummarySentence sentence)
    {
        if (article.Author is { Length: > 4 } author && sentence.Text.StartsWith(author, StringComparison.OrdinalIgnoreCase) && Profession().IsMatch(sentence.Text))
        {
            return true;
        }

        return sentence.Paragraph.Number > article.Paragraphs.Length - AuthorReach && sentence.Paragraph.Number > 1 && Biography().IsMatch(sentence.Text);
    }

    /// <summary>An order to the reader, perhaps behind the name of a place (“iReport.com: Share your memories”), that names what readers do with pages: “Sign up for our newsletter”, “Please share your videos”.</summary>
    [GeneratedRegex(
        """
        ^\W*([\w.]{3,20}:\ )?((please|to|just|simply|don('|’)t\ forget\ to|be\ sure\ to|if\ you[^,]*,)\s+)?
        (share|send|tell|e-?mail|call|contact|follow|like|join|subscribe|sign\ up|register|click|tap|scroll|visit|download|watch|listen|read|see|check|find|get|donate|support|submit|upload
        |comment|vote|text|tweet|tune|stay|bookmark|discover|explore|browse|learn|buy|order|book|try|enter|add|report|let\ us|take\ our|have\ your)\b
        (?=.*\b(your|us|our|here|newsletters?|inbox|e-?mails?|facebook|twitter|instagram|youtube|tiktok|whatsapp|telegram|podcast|app|below|above|stories|story|videos?|photos?|pictures?|gallery
        |comments?|page|website|online|tuned|free|more)\b|.*@\w)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Appeal();

    [GeneratedRegex(
        """
        ^\W*(have|do|are|were|did|can|would|will|has|is)\ (you|your|anyone)\b.*\?
        | \b(anyone|those|witnesses|people|readers|viewers|residents|motorists|the\ public|persons?)\b[^.]{0,80}\b(is|are|was|were|should|can|may|being)\b[^.]{0,30}\b(asked|urged|encouraged|requested|invited|call|contact|e-?mail|phone)\b
          [^.]{0,60}\b(call|contact|e-?mail|phone|come\ forward|get\ in\ touch|police|crime\ ?stoppers|\d{3})
        | ^\W*(if\ you|for\ (confidential\ )?(help|support|advice|more|further|information|details|tickets))\b.*\b(call|contact|visit|e-?mail|click|see|go\ to|text|please|log\ on)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToReader();

    [GeneratedRegex(
        """
        [\w.+-]+@[\w-]+\.\w+
        | \b(call|contact|phone|text|visit|e-?mail|at|via|website)\b[^.]{0,60}(\b\d{3}[-.\ ]?\d{3,4}[-.\ ]?\d{3,4}\b|https?://|www\.)
        | ^\W*(follow|find)\b.*@\w | ^\W*https?://\S+\W*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Contact();

    [GeneratedRegex(
        """
        \b(contributed\ (to\ (this|the)\ (report|story|article)|reporting|from)|(additional\ )?reporting\ by|editing\ by\b
        |(photos?|photographs?|pictures?|images?|video|graphic|illustration)\ (by|courtesy|credit|source|caption)|(getty|shutterstock|epa-efe)\b|(reuters|ap|afp|pa|bbc)\ (photo|images?|file\ photo|pool)
        |all\ rights\ reserved|may\ not\ be\ (published|reproduced|redistributed)|copyright\b.*\d{4}|republished\ (from|with)|with\ permission\ from)
        | ^\W*(edited|written|compiled|translated|photographed)\ by\ | ^\W*© | \(c\)\ ?\d{4} | ^\W*(by|photo|picture|image|source|credit|byline|video)s?:\ | ^\s*[—–-]\p{L} | ^\W*by\ \p{Lu}\w+\ \p{Lu}\w+\W*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Credit();

    [GeneratedRegex(
        """
        ^\W*(corrections?|clarifications?|editor(('|’)s|ial)?\ notes?|notes?|updates?|disclaimer|disclosure|advertisement)\b\s*([:(\[—–-]|on\ )
        | ^\W*this\ (article|story|post|page|report|piece|headline|column|interview|transcript|item|entry|version|essay)\b.{0,60}?\b(updated|corrected|amended|edited|published|appeared|condensed
          |translated|revised|syndicated|sponsored|excerpted|adapted|produced|reprinted|reproduced|republished|incorrectly|misstated)\b
        | ^\W*the\ (article|story|post|page|headline|transcript)\b.{0,60}?\b(updated|corrected|amended|condensed|reprinted|republished|incorrectly|misstated)\b
        | \b(an\ (earlier|previous)\ version\ of|(last|first)\ (updated|published|modified)|previously\ misstated|comments?\ (are|is|on\ this).{0,20}(closed|disabled)
          |not\ currently\ accepting\ comments|(views|opinions)\ expressed|terms\ (of\ (use|service)|and\ conditions)|privacy\ policy|cookies?\ policy)\b
        | ^\W*(updated|published|posted|modified)\b.{0,12}\d
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();

    [GeneratedRegex(
        """
        \b(scroll\ down|click\ here|keep\ reading|read\ (more|on|it\ all|the\ (full|whole|rest))|what\ you\ (need|should)\ (to\ )?know|more\ on\ this\ story|story\ continues|continue\ reading)\b
        | ^\W*(here('|’)s|here\ (are|is)|this\ is\ (how|why|what)|these\ are|see\ also|related|more|watch|listen|live|up\ next|coming\ up|also\ read|don('|’)t\ miss|meet)\b[^.]{0,60}(:|\.\.\.|…|\?|$)
        | (\.\.\.|…)\W*$ | »\s*$ | ^\W*watch\ \p{L}+\ .*»
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Teaser();

    [GeneratedRegex(
        """
        ^\W*(pictured|photos?|file(\ photo)?|images?|caption|above|below|left|right|inset)\b\s*([:,(—–-]|above|below|in|at|on\b)
        | \((pictured|above|below|left|right|file\ photo|inset|centre|center|stock\ (photo|image))[^)]*\) | ,\ (left|right|centre|center|pictured)\b,
        | \bin\ this\ (\w+\ ){0,3}(photo|image|picture|file\ photo)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\b(is|was|writes|covers|reports|teaches|works|can be reached|tweets)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Profession();

    [GeneratedRegex(
        """
        ^\W*(the\ (author|writer|reporter)|he|she|(\p{Lu}[\w.'’-]*\ ){1,3}\p{Lu}[\w'’-]*)\b,?\ (
          (is|was)\ (an?|the|\w+('|’)s)\ [^.]{0,80}\b(columnist|correspondent|reporter|contributor|staff\ writer|journalist|editor|author|blogger|commentator|analyst|fellow|professor|writer)\b
        | (writes|covers|reports|blogs|tweets|teaches)\b | can\ be\ (reached|followed|found)\b | (\(@|@)\w+ )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Biography();
}
