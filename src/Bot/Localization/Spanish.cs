using System.Globalization;
using Bot.Articles;
using Bot.Discord.Interactions;

namespace Bot.Localization;

internal sealed partial class Spanish : Translation
{
    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public override string Code => "es";

    public override InteractionSentences Sentences { get; } = new()
    {
        Failed = "Algo ha fallado por mi parte, así que no tengo respuesta. Inténtalo de nuevo.",
        Working = "-# Sigo leyendo, la respuesta ya viene…",
        TimedOut = "Ha tardado más de lo que se me permite. Inténtalo de nuevo, quizá pidiendo menos a la vez.",
        Restarting = "Me estoy reiniciando. Vuelve a preguntar dentro de un minuto.",
        Busy = "Ahora mismo tengo demasiado que hacer. Vuelve a preguntar dentro de un minuto.",
        UnknownCommand = "Ya no conozco esta orden. Recarga Discord y mira la lista de mis órdenes.",
        UnknownButton = "Este botón o formulario ya no vale, o no es para ti. Empieza de nuevo con una orden.",
        Undelivered = "Una respuesta privada no llegó a tiempo. Vuelve a preguntar.",
    };

    protected override string And => "y";

    public override string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {Months[day.Month - 1]} de {day.Year}");

    public override string Version(int version) => $"versión {version}";

    public override string Probably(string name) => $"probablemente {name}";

    public override string DoesNotSay => "No está en este artículo.";

    public override string ReadsEnglish => "Los artículos están aquí en inglés y leo preguntas en inglés. Por favor, pregunta en inglés.";

    public override string IsWriting => "-# ✍ Se está escribiendo la respuesta, que luego se comprobará con el artículo…";

    public override string SaysOtherwise(string says, string asked) => $"El artículo dice otra cosa: «{says}», no «{asked}».";

    public override string Nearest(string article) => $"Lo más cercano que dice, en {article}:";

    public override string Says(string sources, bool several, string what) => $"{sources} {(several ? "dicen" : "dice")} {what}";

    public override string TheSame => "lo mismo";

    public override string TheyContradict => "Se contradicen:";

    public override string ModelFailed => "La respuesta del modelo de lenguaje no sirve, así que cito el artículo.";

    public override string ReadAs(string question) => $"Entendido como: {question}";

    public override string MoreThanFits => "Hay más de lo que cabe aquí. Pide menos a la vez, por ejemplo una persona o un tema.";

    public override string QuestionEmpty => "Tu pregunta está vacía. Pregunta quién, qué, cuándo o dónde, o qué dijo alguien.";

    public override string QuestionTooLong(int limit) => $"Tu pregunta es demasiado larga; el límite son {limit} caracteres. Hazla más corta.";

    public override string NoSuchArticle => "Aquí no tengo ese artículo. Elige uno de la lista que aparece mientras escribes.";

    public override string NoArticleYet => "Aquí todavía no hay ningún artículo.";

    public override string ArticleRemoved => "Ese artículo ya no está en la biblioteca, así que no puedo mostrar más de él.";

    public override string ShowContext => "Contexto";

    public override string FollowUp => "Seguir";

    public override string Share => "Compartir";

    public override string Retry => "Reintentar";

    public override string Previous => "Atrás";

    public override string Next => "Siguiente";

    public override string PageOf(int page, int pages) => $"Página {page} de {pages}";

    public override string FollowUpTitle => "Hacer otra pregunta";

    public override string QuestionLabel => "Tu pregunta";

    public override string FollowUpExample => "¿Y qué pasó después?";

    public override string AnswerGone => "Ya no tengo esta respuesta: se borró o es demasiado antigua. Vuelve a preguntar con `/ask`.";

    public override string RetryGone => "Ya no tengo esta pregunta. Hazla de nuevo con `/ask`.";

    public override string ThanksForGood => "Gracias. He anotado que esta respuesta ha servido.";

    public override string ThanksForWrong => "Gracias. Lo he anotado para que se pueda revisar.";

    public override string WhichCitation => "¿Qué cita es errónea?";

    public override string WholeAnswer => "La respuesta en su conjunto";

    public override string SharedBy(string person) => $"Compartido por {person}";

    public override string Shared => "Ahora todos aquí pueden ver la respuesta.";

    public override string AlreadyShared => "Esta respuesta ya se ha compartido.";

    public override string OnlyAskerShares => "Solo quien preguntó puede compartir esta respuesta.";

    public override string SpeakerNotNamed => "no se nombra a quien habla";

    public override string QuotesNobody => "El artículo no cita a nadie.";

    public override string NoQuotesBy(string speaker) => $"No hay citas de {speaker}.";

    public override string DidYouMean(string name) => $"¿Quería decir {name}?";

    public override string NoQuotesAbout(string topic) => $"No hay citas sobre {topic}.";

    public override string NoQuotesByAbout(string speaker, string topic) => $"No hay citas de {speaker} sobre {topic}.";

    public override string Speakers(string names) => $"Personas citadas en este artículo: {names}.";

    public override string NamesNoSpeaker => "El artículo no nombra a nadie que hable.";

    public override string NothingToSummarise => "En el artículo no hay nada que resumir.";

    public override string SaysNothingAbout(string topic) => $"El artículo no dice nada sobre {topic}.";

    protected override string ParagraphsAbout(string topic, string numbers) => $"Sobre {topic}: ¶ {numbers}";

    public override string AskAboutTitle => "Preguntar sobre este artículo";

    public override string AddressLabel => "Enlace al artículo";

    public override string NotReadYet => "Todavía no he leído este artículo.";

    public override string NoLinkInMessage => "En este mensaje no hay ningún enlace a un artículo.";

    public override string NoWordsInMessage => "En este mensaje no hay palabras que pueda buscar.";

    public override string WordForWord => "**Palabra por palabra.** El artículo dice exactamente esto:";

    public override string NotSaid(string names) => $"**Desmentido.** Según el artículo, esto no se dijo ({names}):";

    public override string SaidByOther(string names) => $"**De otra persona.** El artículo atribuye estas palabras a {names}:";

    public override string OnlyClaimed(string names) => $"**Solo según otros.** En el artículo, otra persona afirma que esto se dijo ({names}):";

    public override string NobodysQuotation => "**Cita de nadie.** El artículo lo dice con sus propias palabras:";

    public override string Altered => "**No es literal.** El artículo dice:";

    public override string NotFoundHere => "**No encontrado.** Ningún artículo aquí lo dice.";

    public override string ClosestIs => "Lo más cercano que tengo, quizá sobre otra cosa:";

    public override string HowChangesAreMarked => "Subrayado: está en el artículo, falta o es distinto en el mensaje. Tachado: está en el mensaje, no en el artículo.";

    public override string AndMore(int count) => $"y {count} más";

    public override string Verbatim => "✓ palabra por palabra";

    public override string NoneSays => "No está en ningún artículo de aquí.";

    public override string AnsweredHere => "Lo que sí responde:";

    public override string AskAll => "Preguntar a todos";

    public override string Good => "Bueno";

    public override string Wrong => "Mal";

    public override string WhatIsWrong => "¿Qué está mal?";

    public override string Hello => "¡Hola!";

    public override string QuoteCount(int count) => Counted(count, "cita", "citas");

    public override string Help(Func<string, string> command) =>
        $"""
        Respondo preguntas sobre artículos de prensa y pruebo cada respuesta con las palabras del artículo. Lo que un artículo no dice, digo que no lo dice.

        {command("ask")} una pregunta sobre los artículos de aquí
        {command("summary")} lo que dice un artículo, cada punto con su párrafo
        {command("quotes")} quién dijo qué, palabra por palabra
        {command("article list")} lo que he leído; {command("article show")} uno de ellos
        {command("article add")} un archivo, un enlace o un texto; {command("article remove")} lo quita
        {command("article use")} el artículo del que trata este canal
        {command("settings")} cómo me comporto aquí; {command("forget")} borra lo que guardo de ti; {command("help")} esto
        En el menú de un mensaje, en Aplicaciones: **Preguntar por este artículo** y **Comprobar la cita**

        También puedes mencionarme con una pregunta, responder a una respuesta o escribirme directamente.
        """;

    public override string? Of(Standing standing) => standing switch
    {
        Standing.Denied => "desmentido: según el artículo, esto no se dijo",
        Standing.Alleged => "afirmado por otra persona",
        _ => null,
    };
}
