using System.Text.RegularExpressions;

namespace Bot.Answers.Conversations;

/// <summary>What users say to a bot besides questions, in the languages that the bot speaks.</summary>
internal static class Courtesies
{
    private const string Greeting =
        "hi|hiya|hey|hello|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|hallo|hallöchen|moin|servus|grüezi|guten (?:morgen|tag|abend)|bonjour|bonsoir|salut|coucou|hola|buenas|buenos días|buenas (?:tardes|noches)";

    private const string Addressed = "there|bot|news bot|newsbot|all|everyone|everybody|guys|folks|team|friend|zusammen|leute|à tous|a todos";

    private const string Filler = "ok|okay|so|um|uh|well|please|pls|plz|bitte|thanks|thank you|quick question|question|dear bot|bot";

    private const string Thanks = "please|pls|plz|thanks|thank you|thanks a lot|many thanks|thx|ty|bitte|s'il (?:te|vous) plaît|stp|svp|por favor";

    // Words that may be a name: behind a mark only.
    private const string ShortThanks = "cheers|danke|merci|gracias|bot";

    /// <summary>A greeting, with or without an address behind it, or a filler set off by a mark.</summary>
    public static Regex Opening { get; } = Of($@"^(?:(?:{Greeting})(?:\s+(?:{Addressed}))?(?!\w)\s*[,.!:;…-]*|(?:{Filler})\s*[,.!:;…-]+|(?:please|pls|plz|bitte)(?!\w))\s*");

    public static Regex Closing { get; } = Of(
        $@"(?:(?:^|[\s,.?!…-]+)(?:{Thanks})|(?:^|[,.?!…-]\s*)(?:{ShortThanks}))(?:\s+(?:in advance|im voraus|d'avance|de antemano|bot))?[\s.!?…]*$");

    public static Regex QuestionWord { get; } = Of(
        @"^(?:who|whom|whose|what|when|where|why|which|how|did|do|does|is|are|was|were|has|have|had|can|could|will|would|should|may|tell|i|wer|was|wann|wo|warum|welche|wie|qui|que|quoi|quand|où|pourquoi|comment|quel|est|quién|qué|cuándo|dónde|por|cómo|cuál|cuánto)\w*\b");

    public static IReadOnlySet<string> Greetings { get; } = Set(
        "how are you", "how are you doing", "how's it going", "how do you do", "what's up", "sup", "test", "ping", "thanks", "thank you", "good bot", "nice",
        "wie geht's", "wie geht es dir", "danke", "ça va", "comment ça va", "merci", "qué tal", "cómo estás", "gracias");

    public static IReadOnlySet<string> Introductions { get; } = Set(
        "who are you", "what are you", "who're you", "what is this bot", "what's this bot", "what can you do", "what can i ask", "what can i ask you", "what do you do", "what do you know", "how do you work", "how does this work",
        "how does this bot work", "how do i use you", "how do i use this", "how do i use this bot", "are you a bot", "are you human", "are you real", "are you an ai", "who made you", "who built you",
        "what is your name", "what's your name", "help", "help me", "i need help",
        "wer bist du", "was bist du", "was kannst du", "was machst du", "wie funktionierst du", "wie geht das", "wie heißt du", "hilfe",
        "qui es tu", "qui êtes vous", "tu es qui", "que peux tu faire", "que sais tu faire", "comment ça marche", "aide",
        "quién eres", "qué eres", "qué puedes hacer", "cómo funcionas", "cómo funciona esto", "ayuda");

    public static IReadOnlySet<string> Overviews { get; } = Set(
        "tl dr", "tldr", "tl dr please", "summary", "a summary", "give me a summary", "the gist", "what's the gist", "what is the gist", "summarise", "summarize", "summarise this", "summarize this", "summarise it",
        "summarize it", "summarise the article", "summarize the article", "summarise this article", "summarize this article", "sum it up", "sum this up", "give me the gist", "give me an overview", "overview",
        "what's this about", "what is this about", "whats this about", "what's it about", "what is it about", "what's this article about", "what is this article about", "what's the article about", "what is the article about",
        "what does the article say", "what does this article say", "what does it say", "what are the key points", "what are the main points", "key points", "main points", "what's the story", "what is the story about",
        "worum geht es", "worum geht's", "worum geht es hier", "worum geht es in dem artikel", "worum geht es im artikel", "was steht in dem artikel", "was steht im artikel", "zusammenfassung", "fass zusammen", "fasse zusammen", "fass das zusammen", "fasse den artikel zusammen",
        "de quoi s'agit il", "de quoi ça parle", "de quoi parle l'article", "de quoi parle cet article", "que dit l'article", "résumé", "résume", "résume l'article", "fais un résumé",
        "de qué trata", "de qué va", "de qué trata esto", "de qué trata el artículo", "qué dice el artículo", "resumen", "resume", "resume el artículo", "haz un resumen");

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromMilliseconds(500));

    private static HashSet<string> Set(params string[] phrases) => new(phrases, StringComparer.Ordinal);
}
