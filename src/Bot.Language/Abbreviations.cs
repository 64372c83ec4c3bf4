using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words whose full stop need not end a sentence, without that full stop. Case counts: “Mar.” is a month, “mar.” may be the Spanish sea.</summary>
internal static class Abbreviations
{
    /// <summary>Always followed by a name or the rest of a phrase.</summary>
    private static readonly FrozenSet<string> Leading = Set("""
        Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Cpl Pvt Maj Adm Brig Rev Revs Hon Pres Supt Insp Det Amb Atty Asst
        Mt Ft vs v Fr Br Hr Frau Frl Mme Mmes Mlle MM Sra Sres Srta Dña Dn Ing Lic Arq Sig Dott Avv Dhr Mevr Mej Mgr Msgr Ste bzw bspw evtl ggf inkl exkl sog vgl
        Hl geb gest kath cf e.g i.e eg ie z.B d.h u.a o.ä i.d.R p.ex p.ej ad.es v.Chr n.Chr zzgl ca approx
        """);

    /// <summary>May end a sentence too; the next word decides.</summary>
    private static readonly FrozenSet<string> Ambiguous = Set("""
        Jan Feb Febr Mar Apr Jun Jul Aug Sept Sep Oct Okt Nov Dec Dez Inc Corp Co Cos Ltd Bros Jr Sr Esq Ph.D etc usw usf al Ave Blvd Rd St Dept Univ Assn
        Mio Mrd Tsd Std Min Str Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
        """);

    /// <summary>Abbreviations only in front of a number.</summary>
    private static readonly FrozenSet<string> BeforeNumber = Set("No Nos no nos Nr nr Núm núm n nº p pp pág S s Vol vol vols Fig fig figs Figs Ch ch Sec sec Kap Abs Bd Ziff § art Art arts v para fol tel Tel cap");

    /// <summary>Words that often begin a sentence and hardly ever a name.</summary>
    private static readonly FrozenSet<string> Starters = Set("""
        The A An This That These Those He She It They We I You His Her Its Their Our My Your In On At By For From With Without After Before Since While When Where Why Who What
        How If Although Though But And Or So Yet Still However Also Meanwhile There Here As Because Until Under Over Some Many Most Several Such Both Each Every No Not Now Then
        Today Yesterday Earlier Later Last One Two Another Other Others To During Despite Once Only Even Nor
        Der Die Das Ein Eine Er Sie Es Wir Ich Ihr Im Am Auf Mit Nach Vor Aber Und Oder Doch Wenn Als Auch Dabei Damit Dort Diese Dieser Dieses Bei Seit Zum Zur Von Für
        Le La Les Un Une Il Elle Ils Elles On Nous Vous Ce Cette Ces Dans En Mais Et Ou Pour Avec Selon Après Avant Depuis
        El Los Las Una Ella Ellos Pero Y Con Según Desde Lo Gli Uno Ma E Nel Nella Per Secondo Dopo Het De Een Hij Zij Maar Voor Na Uit Volgens O Os As Um Uma Ele Ela Mas No Na Com
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingWords = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AmbiguousWords = Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords = BeforeNumber.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterWords = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsLeading(ReadOnlySpan<char> word) => LeadingWords.Contains(word);

    public static bool IsAmbiguous(ReadOnlySpan<char> word) => AmbiguousWords.Contains(word);

    public static bool StandsBeforeNumber(ReadOnlySpan<char> word) => NumberWords.Contains(word);

    public static bool OftenStartsSentence(ReadOnlySpan<char> word)
    {
        var contraction = word.IndexOfAny('\'', '’');
        return StarterWords.Contains(contraction > 0 ? word[..contraction] : word);
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
