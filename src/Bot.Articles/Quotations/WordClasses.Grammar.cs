namespace Bot.Articles.Quotations;

internal static partial class WordClasses
{
    private const string Determiners = """
        the a an this that these those his her its their my our your some any each every no another several many most both one two three four five six seven eight nine ten
        le la les l' un une des ce cet cette ces sa ses leur leurs mon ma notre nos der das dem ein eine einer eines einem seine seiner ihre ihrer
        """;

    private const string Prepositions = """
        of in on at by for from with to into onto about against among amid as before after behind below beneath beside between beyond despite during except inside like near over
        outside per since through throughout toward towards under until upon via within without across around along alongside above regarding concerning versus vs than
        de du des à au aux en dans par pour avec sur sous chez entre vers devant contre selon d'après im in am an auf aus bei mit nach seit von vom zu zum zur über unter vor für gegen laut
        """;

    private const string Conjunctions = """
        and or but nor yet so because although though while when whenever if unless whether where whereas how why what once et ou mais que quand und oder aber denn dass weil
        """;

    private const string CommonOpeners = """
        the a an this that these those his her its their he she they it we you i in on at by for from with to and or but nor yet so because although though while when if
        unless whether where how why what who which whose there here then now later also still even just only first second third last next once since after before during
        under over despite amid among as like unlike not no yes all some many most several few both each every any other others another one two three four five six seven
        eight nine ten more much less such same than instead meanwhile however moreover furthermore indeed perhaps maybe asked speaking according given despite earlier today
        yesterday tomorrow recently finally ultimately nevertheless nonetheless thus hence therefore additionally again either neither whatever whoever let please thank thanks
        do does did is are was were has have had can could will would should may might must don't it's that's he's she's they're we're i'm well oh ok okay never nothing nobody
        something everyone everything anyone good great new old young big long about above across against along around at because being besides beyond critics experts officials
        people voters supporters democrats republicans lawmakers analysts sources researchers scientists police authorities residents neighbours neighbors witnesses
        le la les un une des ce cette il elle ils elles on nous vous je mais et ou donc or ni car quand selon pour dans avec sans sous sur depuis après avant
        der die das ein eine er sie es wir ihr und oder aber denn nach laut auch wenn als bei für mit
        """;

    private const string SpeechNouns = """
        statement speech interview remark remarks comment comments call calls claim claims promise pledge vow message letter email e-mail tweet tweets post posts word words op-ed
        column essay memo note address testimony argument arguments assertion allegation accusation suggestion declaration description descriptions warning demand question answer
        response reply criticism praise slogan pitch phrase motto mantra quote line rhetoric plea proposal characterization characterisation announcement report article book
        memoir blog editorial press-release release manifesto refrain talk talks view views vision idea notion concept belief admission confession apology joke insult attack
        """;

    private const string Works = """
        film movie documentary show series sitcom drama musical opera song album single track novel book memoir autobiography biography play poem painting episode podcast
        program programme broadcast newsletter magazine blog column hymn anthem ballad thriller comedy bestseller hit tune sketch reboot sequel franchise video exhibition
        exhibit ballet symphony
        """;
}
