namespace Bot.Articles.Quotations;

internal static partial class WordClasses
{
    private const string Titles = """
        mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president vice-president minister secretary chancellor king queen prince
        princess judge justice gen general col colonel maj major capt captain lt lieutenant sgt sergeant mayor ambassador chairman chairwoman rev reverend pastor pope bishop
        archbishop cardinal attorney adm admiral cmdr commander cpl officer detective sheriff chief congressman congresswoman councilman councilwoman councillor coach father
        sister brother rabbi imam sheikh ayatollah baron baroness count duke duchess mme mlle herr frau hon monsieur madame premier speaker del assemblyman assemblywoman
        commissioner inspector insp constable supt superintendent deputy former ex-president don saint st first-lady
        """;

    private const string Roles = """
        minister president secretary chancellor premier governor senator representative mayor ambassador envoy spokesman spokeswoman spokesperson chairman chairwoman chair
        chairperson director director-general secretary-general general manager chief head leader boss executive officer commander captain sergeant lieutenant deputy adviser
        advisor aide strategist pollster consultant analyst economist expert specialist researcher scientist professor lecturer historian author writer novelist poet journalist
        reporter editor columnist correspondent host anchor commentator blogger critic actor actress singer musician artist painter director producer filmmaker designer
        architect engineer doctor surgeon physician nurse lawyer attorney prosecutor judge justice barrister solicitor detective officer policeman policewoman sheriff inspector
        superintendent constable farmer fisherman baker teacher student pupil principal headteacher headmaster rector dean priest vicar bishop archbishop pope pastor rabbi imam
        king queen prince princess candidate nominee hopeful front-runner frontrunner incumbent rival opponent challenger lawmaker legislator congressman congresswoman deputy
        councillor councilman councilwoman commissioner organizer organiser activist campaigner advocate volunteer supporter donor fundraiser founder co-founder owner
        co-owner partner investor banker trader broker billionaire businessman businesswoman entrepreneur developer ceo cfo coo chef pilot driver sailor soldier veteran coach
        player captain striker goalkeeper midfielder champion winner witness resident neighbour neighbor customer patient victim survivor suspect defendant plaintiff man woman
        boy girl person official source insider observer negotiator diplomat biologist chemist physicist geologist meteorologist psychologist psychiatrist sociologist
        anthropologist archaeologist astronomer veterinarian curator librarian archivist mechanic carpenter electrician plumber technician programmer hacker inventor
        manager supervisor superintendent trustee treasurer comptroller auditor regulator inspector investigator agent operative staffer intern assistant associate fellow scholar
        coordinator co-chair co-author co-host strategist operative moderator mogul magnate tycoon celebrity star comedian comic model athlete runner swimmer
        delegate user follower commuter passenger teenager retiree parent father-in-law mother-in-law landlord tenant shopkeeper barista waiter waitress bartender florist
        butcher gardener electorate juror councilmember stenographer translator interpreter speechwriter operator organiser ceo publicist biographer essayist dramatist
        spokesperson whistleblower dissident refugee migrant pensioner voter whip undersecretary surrogate gamekeeper postman milkman keeper ranger ferryman skipper shepherd
        critic employee worker member colleague neighbor demonstrator protester guest visitor reader viewer listener caller
        democrat republican conservative liberal socialist libertarian progressive independent feminist evangelical
        ministre président présidente maire directeur directrice porte-parole chef député députée sénateur sénatrice bürgermeister bürgermeisterin minister ministerin
        sprecher sprecherin chef chefin leiter leiterin präsident präsidentin kanzler kanzlerin
        """;

    private const string PluralRoles = """
        officials ministers presidents senators lawmakers legislators leaders critics experts analysts economists researchers scientists authors writers reporters journalists
        aides advisers advisors allies opponents supporters voters residents neighbours neighbors witnesses prosecutors lawyers attorneys judges officers investigators
        sources insiders observers donors operatives staffers delegates supporters surrogates councillors scholars bankers economists biologists engineers diplomats spokesmen activists campaigners protesters demonstrators students teachers parents doctors nurses workers employees executives
        democrats republicans conservatives liberals progressives people men women police authorities fans players delegates donors candidates rivals members strategists
        commentators historians friends relatives families historians organizers organisers detractors skeptics sceptics backers editors signatories
        """;

    private const string Kin = """
        brother sister mother father son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter mum mom dad twin widow widower
        stepmother stepfather stepson stepdaughter fiancé fiancée girlfriend boyfriend spouse partner friend frère sœur mère père fils fille femme mari bruder schwester mutter
        vater sohn tochter frau mann
        """;

    private const string Organisations = """
        university college school institute institution party committee council commission department ministry agency bureau office administration campaign company corporation
        corp inc ltd llc group association federation union alliance coalition society foundation fund trust bank times post journal news magazine press tribune herald
        gazette chronicle guardian telegraph network channel radio television tv court senate congress parliament house assembly cabinet government board authority service state
        services center centre hospital church team club league army navy force forces police coast guard center organisation organization lab laboratory museum library
        theatre theater airlines airways motors industries systems technologies partners associates holdings caucus conference convention project initiative movement
        network pac chamber registry watchdog paper newspaper website site outlet broadcaster daily weekly review
        poll study survey report document documents letter statement memo book email website filing lawsuit complaint indictment transcript article editorial ad advert video
        """;

    private const string Demonyms = """
        american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic polish
        czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian lithuanian latvian estonian georgian armenian iranian iraqi syrian israeli
        palestinian egyptian saudi jordanian lebanese yemeni qatari emirati kuwaiti libyan tunisian algerian moroccan nigerian kenyan ethiopian sudanese somali ghanaian
        african european asian australian canadian mexican brazilian argentine argentinian chilean colombian peruvian venezuelan cuban haitian japanese chinese korean
        vietnamese thai indonesian malaysian filipino indian pakistani bangladeshi afghan nepali sri lankan kazakh uzbek
        democratic republican conservative liberal labour tory socialist green democrat libertarian catholic muslim jewish christian protestant orthodox evangelical
        """;

    private const string Places = """
        america britain england scotland wales ireland france germany italy spain portugal netherlands holland belgium switzerland austria sweden norway denmark finland iceland
        poland hungary romania bulgaria greece turkey russia ukraine belarus lithuania latvia estonia georgia armenia azerbaijan iran iraq syria israel palestine egypt jordan
        lebanon yemen qatar kuwait libya tunisia algeria morocco nigeria kenya ethiopia sudan somalia ghana africa europe asia australia canada mexico brazil argentina chile
        colombia peru venezuela cuba haiti japan china korea vietnam thailand indonesia malaysia philippines india pakistan bangladesh afghanistan nepal kazakhstan uzbekistan
        london paris berlin moscow beijing tokyo brussels rome madrid washington york chicago boston los angeles greenland
        alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
        massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey ohio oklahoma oregon pennsylvania tennessee texas utah vermont
        fla calif pa va md wis mich mass conn ariz colo ill ind kan ky minn mont neb nev okla ore tenn vt wyo ala ark
        wisconsin wyoming manhattan brooklyn queens hollywood
        """;

    private const string MaleNames = """
        rui joão ilya anton dimitrios goran zoran milan jiri tomáš josé jesús luís rené andré françois gérard jérôme nikos yannis mehmet ahmet ali hiroshi kenji wei raj arjun sanjay vikram kwame olu babatunde
        aaron abdul teddy theo kev gus al dana harlan hal reggie huw rhys euan ewan callum alistair angus hamish niall declan padraig seamus ciaran giles rupert
        nigel clive piers miles abraham adam adrian ahmad ahmed al alan albert alejandro alex alexander alexandre alexei alfred ali allan allen alvin amir anders andre andreas andrei andrew
        andy angelo ansel anthony antoine anton antonio arne arnold arthur ashton axel barack barry bart ben benjamin bernard bernd bernie bert bill billy björn bob bobby
        boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron calvin cameron carl carlos cesar chad charles charlie chester chris christian
        christoph christopher chuck clarence clark claude clay cliff clint clive colin connor corey cory craig curt curtis cyril dale damien dan daniel danny darrell darren
        dave david dean dennis derek dick diego dieter dimitri dirk dmitri dmitry don donald doug douglas drew duane duncan dustin dwight dylan earl ed eddie edgar edmund
        eduardo edward edwin elias elijah elliot elliott emil emmanuel enrique eric erik ernest ernst ethan eugene evan fabian felipe felix fernando francis francisco francois
        frank franklin franz fred freddie frederic frederick fritz gabriel gareth garrett garry gary gavin gene geoff geoffrey george gerald gerard gerhard gianni gilbert
        giovanni giuseppe glen glenn gordon graham grant greg gregory günter guillaume gus guy hans harold harry harvey hassan hector heinz henri henrik henry herbert herman
        horst howard hugh hugo ian ibrahim igor isaac ivan jack jackson jacob jacques jake james jamie jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry
        jesse jim jimmy joachim joao joe joel joerg johan johann john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua juan jules julian julien julio
        juergen jürgen justin karl keith kelvin ken kenneth kent kevin kirk klaus kofi konrad konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard
        leonid leroy les leslie lewis liam lionel lloyd lorenzo lou louis luc luca lucas luis luke manuel marc marcel marco marcus mario mark markus marshall martin marvin
        mathias matt matteo matthew matthias maurice max maxim maximilian mehdi melvin michael michel miguel mike mikhail miles mitch mitt mohamed mohammad mohammed moritz
        morgan morris moses muhammad murray mustafa nate nathan nathaniel ned neil nelson nicholas nick nicolas nigel nikolai nils noah noel norman oleg oliver olivier omar
        oscar oskar osman otto owen pablo paolo pascal patrick paul paulo pavel pedro per pete peter petr phil philip philippe phillip pierre rafael ralph ramon randall randy
        rand raphael raul ray raymond reginald reinhard rene rex ricardo richard rick ricky rob robert roberto robin rod rodney rodrigo roger roland rolf roman ron
        ronald rory ross roy rudolf rudy rupert russ russell ryan salvador sam samir samuel sandro scott sean sebastian serge sergei sergey sergio seth shane shaun shawn
        sidney simon spencer stan stanley stefan stephan stephen steve steven stewart stuart sven syed tariq ted terrence terry theo theodore thierry thomas tim timothy tobias
        todd tom tomas tommy tony travis trevor tristan troy tyler umberto uwe vernon viktor vince vincent vito vladimir volker wade walter warren wayne werner wes wesley
        wilhelm will willem william willie wolfgang xavier yann yevgeny yuri yusuf yves zachary zbigniew mahmoud recep emmanuel narendra xi jinping shinzo volodymyr jens
        """;

    private const string FemaleNames = """
        jana ilse marta berta lena petra ines inés leila ama greta freya yuki mei priya anjali fatou aminata amina nia zanele chiara giulia françoise hélène zoé chloé agnès renée hanna nadja olga
        abigail kimberley kimberly siobhan niamh aoife imogen pippa tamsin gemma kirsty shona mhairi adele adriana agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amina amy ana anastasia andrea angela angelina anita ann anna
        annabel anne annette annie antonia april ariana ashley astrid audrey barbara beatrice becky belinda bella beth bethany betsy betty beverly birgit bonnie brenda brenna
        bridget brigitte brittany camille candace carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celeste chantal charlene charlotte
        chelsea cheryl chloe christina christine claire clara claudia colleen constance cora corinne courtney cynthia daisy dana daniela danielle daphne dawn deb debbie deborah
        debra denise diana diane donna doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica erika erin esther
        eva evelyn faith fatima felicia fiona florence frances francesca francoise freya gabriela gabrielle gail georgia geraldine gertrud gillian gina gisela giulia gloria
        grace greta gretchen gwen hannah harriet heather heidi helen helena helene helga henrietta hilary hillary holly hope ida ines ingrid irene irina iris isabel
        isabella isabelle isobel ivana ivanka jackie jacqueline jane janet janice jasmine jean jeanne jeannie jen jenna jennifer jenny jessica jill jo joan joanna joanne
        jocelyn jodi josephine joy joyce juanita judith judy julia juliana julianna julie juliet june kaja kara karen karin karla kate katherine kathleen kathryn kathy katie
        katja katrina kay kayla kelly kerry kim kimberly kirsten kirsty kristen kristi kristin kristina lara laura lauren laurie lea leah leila lena leslie lidia
        lily linda lindsay lisa liz lola loretta lori lorraine louise lucia lucie lucille lucy luisa lydia lynn lynne mabel madeleine madison maggie malala mandy manon marcia
        margaret margarita margot maria mariam marian marianne marie marilyn marina marion marjorie marlene marta martha martina mary matilda maureen maxine maya meg megan
        meghan melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred miranda miriam moira molly mona monica monika monique myra nadia nancy
        naomi natalia natalie natasha nathalie nicole nicola nikki nina nora norma olga olivia ophelia paige pam pamela patricia patsy patty paula pauline peggy penelope penny
        petra phoebe phyllis polly priscilla priya rachel ramona rebecca regina renate renee rhonda rita roberta robyn rosa rosalind rose rosemary roxanne ruby ruth sabine
        sabrina sally samantha sandra sara sarah selina shannon sharon sheila shelley sherry shirley sigrid silvia simone sofia sonia sonja sophia sophie stacey stacy stefanie
        stella stephanie sue susan susanna susanne suzanne svetlana sylvia sylvie tamara tammy tania tanya tara tatiana teresa theresa tiffany tina tracy ulrike ursula
        valentina valerie vanessa vera veronica vicky victoria violet virginia vivian wanda wendy whitney wilma yasmin yolanda yulia yvette yvonne zara zoe
        """;
}
