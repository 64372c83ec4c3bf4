using System.Globalization;

namespace Bot.Localization;

internal sealed partial class Spanish
{
    public override string Language => "español";

    public override string TooBusy => "Ahora mismo tengo demasiado que hacer. Vuelve a preguntar dentro de un minuto.";

    public override string TooManyOfYours(string when) => $"Por ahora has preguntado todo lo que puedes. Podrás volver a preguntar {when}.";

    public override string TooManyHere(string when) => $"Por ahora este servidor ha preguntado todo lo que puede. Podrás volver a preguntar {when}.";

    public override string OnlyInServers => "Esto solo funciona en un servidor.";

    public override string OnlyManagers => "Solo pueden hacerlo quienes tienen el permiso «Gestionar servidor».";

    public override string RoleMissing => "Indica también el rol: la opción «rol» dice quién puede añadir artículos.";

    public override string SettingsHere => "Ajustes de este servidor";

    public override string SettingsChanged => "Cambiado. Los ajustes de este servidor son ahora";

    public override string ManagersAdd => "Añaden y quitan artículos quienes tienen el permiso «Gestionar servidor».";

    public override string RoleAdds(string role) => $"Añaden y quitan artículos {role} y quienes tienen el permiso «Gestionar servidor».";

    public override string EveryoneAdds => "Todos añaden y quitan artículos.";

    public override string AnswersPrivate => "Las respuestas las ve quien pregunta, que puede compartirlas.";

    public override string AnswersPublic => "Las respuestas las ven todos, salvo que se pregunte en privado.";

    public override string EachLanguage => "Hablo el idioma de cada persona.";

    public override string OneLanguage(string language) => $"Hablo {language}.";

    public override string MostQuestions(int perPerson, int perGuild) => string.Create(
        CultureInfo.InvariantCulture, $"Preguntas: {perPerson} por hora y persona, {perGuild} al día para el servidor.");

    public override string Kept(int days) => string.Create(CultureInfo.InvariantCulture, $"Lo que se me escribe se guarda {days} días.");

    public override string KeptNot => "Lo que se me escribe no se guarda; los botones bajo una respuesta valen una hora.";

    public override string MayNotAdd => "No puedes añadir ni quitar artículos aquí. Quien gestiona este servidor puede cambiarlo con /settings.";

    public override string LibraryFull(int most) => most == 1
        ? "Este servidor ya tiene el único artículo permitido. Quítalo antes."
        : string.Create(CultureInfo.InvariantCulture, $"Este servidor ya tiene los {most} artículos permitidos. Quita uno antes.");

    public override string NothingToAdd => "Necesito un archivo o una dirección; o deja ambos y pega el texto.";

    public override string Added => "Añadido";

    public override string AddedAsVersion(int version) => $"Añadido como versión {version}";

    public override string AlreadyThere => "Ya tengo este artículo";

    public override string LeftOut(int percent) => string.Create(
        CultureInfo.InvariantCulture, $"Se ha omitido el {percent} % del texto de la página porque no parecía ser del artículo. Si falta algo, pega el texto.");

    public override string NotChangedSince(string article) => $"No ha cambiado desde que se añadió como {article}.";

    public override string SameWordsAs(string article) => $"Tiene las mismas palabras que {article} y no se ha añadido de nuevo.";

    public override string NearCopyOf(string article, int percent) => string.Create(
        CultureInfo.InvariantCulture, $"Es casi una copia de {article}: el {percent} % del texto del más corto está en el otro. Se guardan los dos.");

    public override string Modified(string day) => $"modificado el {day}";

    public override string Counts(int paragraphs, int quotes, int speakers) =>
        $"{Counted(paragraphs, "párrafo", "párrafos")}, {Counted(quotes, "cita", "citas")}, {Counted(speakers, "persona citada", "personas citadas")}";

    public override string AskAboutIt => "Pregunta sobre él con /ask, o hazlo el artículo de este canal con /article use.";

    public override string PasteTitle => "Añadir un artículo";

    public override string HeadlineLabel => "Titular";

    public override string TextLabel => "El texto del artículo";

    public override string NowAbout(string article) => $"Las preguntas de este canal tratan ahora de **{article}**, salvo que nombren otro artículo.";

    public override string NowAboutAll => "Las preguntas de este canal tratan ahora de todos los artículos.";

    public override string ReallyRemove(string article) => $"¿Quitar **{article}** con todas sus versiones y las respuestas que lo citan?";

    public override string Remove => "Quitar";

    public override string Keep => "Conservar";

    public override string Removed(string article, int paragraphs, int quotes) => $"Quitado: **{article}**, {paragraphs} párrafos, {quotes} citas.";

    public override string KeptArticle => "No se ha quitado nada.";

    public override string NotThisServers => "Este artículo no es de este servidor; solo puede quitarlo quien opera el bot.";

    public override string Forgotten(int count) => $"Borrado: {count} preguntas y opiniones tuyas, con sus respuestas.";

    public override string NothingToForget => "No guardo nada tuyo.";

    public override string TryHere => "Pruébalo aquí:";

    public override string ReallyForget => "¿Borrar todo lo que guardo de ti, en todos los servidores: tus preguntas, sus respuestas, tus opiniones y los artículos por los que solo tú puedes preguntar?";

    public override string Forget => "Borrar";

    public override string NothingForgotten => "No se ha borrado nada.";

    public override string AllArticles => "Todos los artículos";

    public override string ReadIt => "Leerlo";

    public override string FileGone => "Ya no veo ese archivo o enlace. Envíalo otra vez.";

    public override string OfferToRead(string what) => $"Puedo leer **{what}** y luego responder preguntas.";
}
