namespace Bot.Articles.Quotations;

internal static partial class WordClasses
{
    // base, base/past or base/past/participle. A verb whose subject has a voice.
    private const string ReportingVerbs = """
        say/said tell/told state add note remark comment observe mention explain report announce declare proclaim relate recount recall narrate describe
        express voice utter convey relay inform notify advise brief specify clarify elaborate volunteer
        ask inquire enquire question query answer reply respond counter retort rejoin interject interrupt chime
        claim argue contend assert maintain insist allege affirm aver/averred attest avow testify submit/submitted posit reason opine suggest propose stress
        emphasize emphasise underline underscore highlight reiterate repeat restate
        admit/admitted acknowledge concede confess confirm agree deny dispute rebut/rebutted refute dismiss disagree disclaim
        warn caution predict forecast/forecast foresee/foresaw/foreseen promise vow pledge swear/swore/sworn threaten guarantee assure reassure urge exhort implore plead
        beg call demand order instruct recommend advocate
        praise hail laud applaud commend thank congratulate welcome criticize criticise condemn denounce decry deplore slam blast lambast lambaste rebuke chide scold
        castigate assail accuse blame mock ridicule deride lampoon brand dub/dubbed label term characterize characterise liken compare portray depict
        tout refer/referred
        shout yell scream cry exclaim roar bellow bark snap growl grumble mutter murmur mumble whisper gasp sigh sob stammer laugh chuckle joke quip jest deadpan/deadpanned
        tease gush enthuse rave marvel fume rage rant rail thunder vent complain moan whine lament boast brag bemoan grouse gripe protest echo riff sneer scoff snort sniff
        drawl intone chant
        write/wrote/written post tweet retweet email e-mail blog/blogged pen/penned scribble quote
        conclude muse speculate surmise opine hint imply reveal insinuate intimate preach lecture profess crow trumpet prod needle taunt pronounce expound counsel confide
        theorize theorise harangue rebuff summarize summarise
        """;

    // Verbs that report only now and then.
    private const string LooseVerbs = """
        put/put offer attack charge command appeal defend credit frame cite read/read publish text message talk speak/spoke/spoken discuss address continue point lash blurt
        sum/summed reflect ponder worry figure show find/found indicate signal disclose ascribe champion oppose interpret caption sing/sang/sung
        name nickname christen title entitle begin/began/begun reject
        """;

    // Forms that end in other ways, and the verbs of reporting in French and German.
    private const string FinishedForms = """
        dit dit-il dit-elle déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait précise précisé précisait estime estimé
        estimait assure assuré assurait souligne souligné soulignait rappelle rappelé poursuit poursuivi regrette regretté lance lancé lançait confie confié répond répondu
        demande demandé insiste insisté reconnaît reconnu admet admis annonce annoncé indique indiqué promet promis avertit averti dénonce dénoncé réagit réagi conclut conclu
        écrit juge jugé évoque évoqué martèle martelé ironise ironisé soupire soupiré raconte raconté racontait résume résumé prévient prévenu plaide plaidé note noté
        sagte sagt erklärte erklärt betonte betont meinte meint fügte warnte warnt kritisierte kritisiert forderte fordert schrieb schreibt fragte fragt antwortete antwortet
        berichtete berichtet erzählte erzählt versicherte versichert behauptete behauptet äußerte nannte nennt rief ruft ergänzte ergänzt räumte räumt stellte bestätigte
        bekräftigte mahnte lobte urteilte resümierte kündigte
        """;

    // “opens”, “close” and their like are mostly something else; their past reports.
    private const string LooseForms = "opened closed started ended weighed pressed went";

    // Finite forms of verbs that report nothing but take subjects.
    private const string Verbs = """
        went took made gave got came ran held led kept left met sat stood won lost became drew fell grew heard paid sent set spent brought bought built chose cut drove ate
        flew forgot forgave froze hid hurt knew lay let meant rode rose sold shook slept sought stole struck taught threw understood woke wore broke caught did had has was were
        is are says makes takes gives gets comes runs holds leads keeps leaves meets sits stands wins loses becomes draws falls grows hears pays sends spends brings looks seems
        appears remains give make take get come keep leave become send seem include voted needs tries works moves plans wants includes features faces helps plays lives turns uses thinks believes knows feels
        """;

    private const string Auxiliaries = """
        be is are was were been being am has have had having do does did will would shall should can could may might must not n't isn't aren't wasn't weren't hasn't haven't
        hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't cannot 's 'd 've 'll ont avait haben hatte
        """;

    private const string Adverbs = """
        also later then once recently never now again ever still even just soon often always sometimes earlier already simply only perhaps maybe instead meanwhile therefore thus
        further too rather quite very first yesterday today tomorrow previously reportedly repeatedly famously publicly privately jokingly bluntly flatly openly directly
        initially finally eventually ultimately frequently quickly immediately merely so here there back away up out on off down
        better quick overnight
        however moreover furthermore nevertheless nonetheless indeed additionally similarly likewise otherwise hence
        himself herself themselves itself myself ourselves lui-même elle-même selbst
        aussi encore également ensuite alors toutefois pourtant auch dann später noch zudem dazu weiter hinzu
        """;
}
