namespace Bot.Articles.Tests.Quotations;

/// <summary>
/// Articles written for these tests, annotated by hand: ⟦names⟧ before an opening mark says who speaks (several divided by “;”, ? when the text does not
/// say); marks without an annotation are no speech.
/// </summary>
internal static class HardCases
{
    /// <summary>Inverted and fronted clauses, split sentences, appositions, a quotation that runs on over paragraphs.</summary>
    public const string Harbour = """
        The storm that struck Lund Bay on Tuesday night sank two trawlers and tore the roof off the fish market, but nobody was killed.

        ⟦Ines Kallio⟧“We were lucky,” said Ines Kallio, the harbour master. ⟦Ines Kallio⟧“Ten minutes later the night shift would have been on the quay.”

        Kallio, 54, who has run the port since 2009, had closed the outer gates at dusk. ⟦Ines Kallio⟧“The forecast,” she said, ⟦Ines Kallio⟧“was not the thing that worried me. The silence was.”

        According to Tomas Reed, an engineer with the coastal agency, the sea wall ⟦Tomas Reed⟧“did exactly what it was built to do.” He warned, however, that a second storm ⟦Tomas Reed⟧“of that strength” could break it.

        The fishermen are less patient. Asked whether the town should pay for the boats, skipper Aldo Brandt laughed and said: ⟦Aldo Brandt⟧“They can pay me in diesel.”

        ⟦Aldo Brandt⟧“I have been at sea for thirty years,” Brandt told reporters. ⟦Aldo Brandt⟧“I have never seen a wave come from the north like that.

        ⟦Aldo Brandt⟧“My father used to say that the bay gives and takes.

        ⟦Aldo Brandt⟧“This time it only took.”

        Town councillor Miriam Oduya promised what she called ⟦Miriam Oduya⟧“fast and honest help” for every family. Her colleague Paul Steen was more careful, describing the budget as ⟦Paul Steen⟧“a very small blanket on a very large bed.”

        In a letter read out at the meeting, the insurance association said that claims ⟦insurance association⟧“will be examined one by one.”

        ⟦Miriam Oduya⟧“That is not good enough,” answered Oduya, who left the hall before the vote.
        """;

    /// <summary>A shared family name, pronoun chains, roles, kin, and people who are only spoken to or about.</summary>
    public const string Siblings = """
        Nobody in Varna Hill talks about the bridge without mentioning the Petrov family. Elena Petrov drew it; her brother, Baltasar Petrov, built it.

        ⟦Elena Petrov⟧“It was never meant to be beautiful,” Elena Petrov said on Friday. She shook her head at the scaffolding. ⟦Elena Petrov⟧“It was meant to stand.”

        Her brother sees it differently. ⟦Baltasar Petrov⟧“Elena, you drew a poem and I had to pour it in concrete,” Baltasar Petrov joked as the two of them walked along the river.

        Mayor Judith Okafor has asked both of them to explain the cracks that appeared in May. The mayor said the city ⟦Judith Okafor⟧“cannot wait for another winter.”

        Okafor met the architect on Monday. She later told the council that the meeting had been ⟦Judith Okafor⟧“short, polite and useless.”

        The opposition blames the mayor. Its leader, Viktor Lang, said Okafor had ignored a report that warned of ⟦report⟧“serious fatigue” in the steel.

        ⟦Viktor Lang⟧“Every week she tells us to be calm,” he said. ⟦Viktor Lang⟧“I am calm. The bridge is not.”

        Lang’s wife, Greta, who teaches at the school on the far bank, was blunter. ⟦Greta⟧“My pupils swim better than that bridge stands,” she said.

        Baltasar Petrov did not want to argue. ⟦Baltasar Petrov⟧“Ask me in spring,” he told a reporter, and turned to his sister.

        ⟦Elena Petrov⟧“Ask us both,” said Elena Petrov.
        """;

    /// <summary>Titles, nicknames, words as words and scare quotes among real speech.</summary>
    public const string Festival = """
        The little festival in Marsh End opened with the documentary “Salt and Iron,” a film about the last ropemakers of the coast.

        Its director, Hanna Weiss, who won a prize for “The Long Thaw” in 2019, said she had wanted to ⟦Hanna Weiss⟧“film hands rather than faces.”

        Robert “Bobby” Marsh, the oldest of the ropemakers, came in his working clothes. ⟦Robert Marsh⟧“I thought it was about rope,” Marsh said. ⟦Robert Marsh⟧“Turns out it was about me.”

        The word “hawser” comes up eleven times in the film. Younger viewers had to look it up, and a band called “The Knots” played between the screenings.

        The critic Lionel Adeyemi called it ⟦Lionel Adeyemi⟧“the quietest action movie of the year.” Writing in the festival paper, he praised the ⟦Lionel Adeyemi⟧“stubborn patience” of the camera.

        Not everybody agreed. ⟦Sofia Lind⟧“Forty minutes of twine,” sighed Sofia Lind, a student from the next village.

        The so-called “director’s cut” will be shown on Sunday in the programme “Open Doors.” Weiss has already begun to work on a series, “Tidewater,” for a streaming service.

        ⟦Hanna Weiss⟧“I have enough rope left,” Weiss said, ⟦Hanna Weiss⟧“for at least six episodes.”
        """;

    /// <summary>Single marks outside, double ones inside, and apostrophes of every kind.</summary>
    public const string British = """
        The brewers’ club in Oldmere has met above the chemist’s since the ’60s, and it isn’t about to stop now.

        ⟦Gwen Parry⟧‘We’ve outlived four landlords and a flood,’ said Gwen Parry, the club’s secretary. ⟦Gwen Parry⟧‘We’ll outlive this council’s “vision” as well.’

        The council wants to turn the building into flats. Its leader, Simon Hale, insisted the members’ rooms were ⟦Simon Hale⟧‘not being taken away but improved’, a phrase that drew laughter.

        ⟦Simon Hale⟧‘It’s the neighbours’ wish, not mine,’ Hale said. ⟦Simon Hale⟧‘They’re tired of rock ’n’ roll at midnight.’

        Parry’s reply was short. ⟦Gwen Parry⟧‘Nobody’s played rock since ’98,’ she said.

        Her husband, Owen Parry, who brewed the club’s first mild in ’71, remembered when the mayor himself had told him: ⟦mayor⟧‘Don’t you ever sell.’

        The planning officer’s report said the scheme would bring ⟦planning officer’s report⟧‘modest benefits’ to the town’s centre.

        ⟦Owen Parry⟧‘Modest is the right word,’ Owen Parry said. ⟦Owen Parry⟧‘When I asked the young man what he’d do with the cellar, he said “storage”, as if it weren’t full of beer.’
        """;

    /// <summary>Guillemets with and without the spaces that French sets inside them.</summary>
    public const string French = """
        La petite librairie de la place Neuve fermera ses portes à la fin du mois, après quarante ans d’activité.

        ⟦Claire Vasseur⟧« Nous n’avons plus le choix », explique Claire Vasseur, la propriétaire. ⟦Claire Vasseur⟧« Le loyer a doublé en deux ans. »

        Le maire, Antoine Delmas, assure que la ville ⟦Antoine Delmas⟧« ne restera pas les bras croisés ». Il a promis une aide aux commerçants du centre.

        ⟦Antoine Delmas⟧«On ne remplace pas une librairie par une banque», a-t-il déclaré mardi soir devant le conseil.

        Selon Nadia Ferrand, présidente de l’association des habitants, la promesse arrive ⟦Nadia Ferrand⟧« beaucoup trop tard ».

        ⟦Claire Vasseur⟧« Les lecteurs m’apportent des gâteaux, raconte Claire Vasseur, mais les gâteaux ne paient pas le loyer. »

        Dans une lettre aux clients, la libraire remercie ceux qui sont venus chaque samedi.

        ⟦Nadia Ferrand⟧« Nous irons jusqu’au tribunal s’il le faut », a averti Nadia Ferrand.
        """;

    /// <summary>Marks that open below the line.</summary>
    public const string German = """
        Das Freibad in Altenried bleibt in diesem Sommer geschlossen, weil im Becken Risse entdeckt wurden.

        ⟦Karin Vogt⟧„Wir können die Sicherheit der Kinder nicht aufs Spiel setzen“, sagte Bürgermeisterin Karin Vogt am Montag. ⟦Karin Vogt⟧„Das Becken ist älter als ich.“

        Der Schwimmverein reagierte verärgert. ⟦Jonas Brenner⟧„Seit Jahren weiß jeder Bescheid“, kritisierte Jonas Brenner, der Vorsitzende des Vereins.

        Laut Brenner trainieren mehr als hundert Kinder in Altenried, die nun ⟦Jonas Brenner⟧„auf dem Trockenen sitzen“.

        ⟦Petra Sommer⟧„Eine Reparatur kostet zwei Millionen Euro“, erklärte Petra Sommer vom Bauamt. ⟦Petra Sommer⟧„So viel Geld hat die Gemeinde nicht.“

        Vogt versprach, bis Herbst eine Lösung zu finden. ⟦Karin Vogt⟧„Ich gebe das Bad nicht auf“, betonte Vogt.
        """;

    /// <summary>Organisations, documents, joint statements, relays and sources without a name.</summary>
    public const string Inquiry = """
        The Rail Safety Board published its report on the Cressing collision on Thursday, and few of those it names were pleased.

        The report says the signal was ⟦report⟧“visible, lit and ignored.” It blames no single driver.

        ⟦Ruth Carver; Daniel Osei⟧“The culture of the depot failed before the brakes did,” wrote the authors, Ruth Carver and Daniel Osei. ⟦Ruth Carver; Daniel Osei⟧“Warnings were treated as noise.”

        ⟦Ruth Carver; Daniel Osei⟧“We interviewed sixty people, and most of them were afraid,” they said.

        Northline, the operator, said in a statement that it ⟦Northline⟧“accepts the findings in full.” A spokesman for the company declined to say whether anybody would resign.

        ⟦senior manager⟧“Nobody wants to be the first,” said a senior manager, who asked not to be named.

        The transport minister, Helen Strand, was quoted by the Morning Ledger as saying that the line would reopen ⟦Helen Strand⟧“when it is safe and not a day before.”

        Strand’s deputy, Omar Bellis, denied that the ministry had been slow. ⟦Omar Bellis⟧“We acted within the hour,” he said.

        Relatives of the injured were not convinced. ⟦Paula Finch⟧“I have heard that sentence before,” said Paula Finch, whose son lost a leg. Her lawyer, Edmund Shaw, said she would appeal.

        The union’s general secretary was unavailable, but according to the union the depot had ⟦union⟧“cried for help for three years.”
        """;

    /// <summary>Missing and stray marks, inch signs, labels, a signature, an attribution that closes with the other kind of mark.</summary>
    public const string Broken = """
        The debate in the school hall lasted three hours, and the minutes that were typed up afterwards show it.

        ⟦Nora Field⟧“I moved here for the trees," said Nora Field, a nurse. ⟦Nora Field⟧"I did not move here for a car park.”

        The screen, which was only 32" wide, went dark twice.

        Chair Peter Lowe: ⟦Peter Lowe⟧“Please, one at a time.”

        Amina Diallo, who runs the bakery, did not listen to him: ⟦Amina Diallo⟧“The plan is a gift to the builders.

        The builders’ representative, Carl Voss, said the plan was ⟦Carl Voss⟧“green, modern and paid for.”

        ⟦Carl Voss⟧“You will thank us,” he added.

        Stray marks ” and half-open brackets ( do not end an argument.

        ⟦Amina Diallo⟧“I will thank you when you leave,” Diallo replied.

        ⟦Nora Field⟧“A town without shade is a town without summer.” — Nora Field
        """;

    /// <summary>Envoys, spokespeople and names inside other people's words.</summary>
    public const string Envoys = """
        Talks on the water treaty broke off on Sunday after President Ilya Moran sent his envoy instead of coming himself.

        Moran’s envoy said the text was ⟦Moran’s envoy⟧“a draft of a draft.” The president has not spoken in public for a week.

        ⟦Leila Haddad⟧“President Moran told me himself that he would sign,” said Leila Haddad, who leads the other delegation. ⟦Leila Haddad⟧“I believed him.”

        Foreign Minister Anton Kolar dismissed her account. ⟦Anton Kolar⟧“Haddad hears what she likes,” Kolar told state television.

        A spokeswoman for Haddad called that ⟦spokeswoman for Haddad⟧“beneath the dignity of his office.”

        The mediator, former judge Ama Boateng, urged both sides to return. She said the river ⟦Ama Boateng⟧“does not read treaties.”

        ⟦Ama Boateng⟧“I have told Mr. Kolar and I have told Ms. Haddad the same thing,” Boateng said. ⟦Ama Boateng⟧“Come back with a pen.”

        On the square outside, somebody had painted a slogan on a bedsheet. Haddad, asked about it, smiled.

        ⟦Leila Haddad⟧“At least someone here can write,” she said.
        """;

    public static TheoryData<string, string> All => new()
    {
        { nameof(Harbour), Harbour },
        { nameof(Siblings), Siblings },
        { nameof(Festival), Festival },
        { nameof(British), British },
        { nameof(French), French },
        { nameof(German), German },
        { nameof(Inquiry), Inquiry },
        { nameof(Broken), Broken },
        { nameof(Envoys), Envoys },
    };
}
