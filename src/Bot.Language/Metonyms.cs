using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words that news use one for the other though no dictionary calls them synonyms: a country, its people, its capital, its government.</summary>
public static class Metonyms
{
    private static readonly FrozenDictionary<string, string[]> Groups = Read("""
        u.s us usa america american americans states washington
        russia russian russians moscow kremlin
        ukraine ukrainian ukrainians kyiv kiev
        china chinese beijing
        britain british britons uk u.k london england english
        france french paris
        germany german germans berlin
        italy italian italians rome
        spain spanish spaniards madrid
        poland polish poles warsaw
        romania romanian romanians bucharest
        hungary hungarian hungarians budapest
        greece greek greeks athens
        turkey turkish turks ankara
        iran iranian iranians tehran
        iraq iraqi iraqis baghdad
        israel israeli israelis jerusalem
        syria syrian syrians damascus
        egypt egyptian egyptians cairo
        japan japanese tokyo
        korea korean koreans seoul pyongyang
        india indian indians delhi
        pakistan pakistani pakistanis islamabad
        afghanistan afghan afghans kabul
        canada canadian canadians ottawa
        mexico mexican mexicans
        brazil brazilian brazilians brasilia
        argentina argentine argentines argentinian
        australia australian australians canberra
        denmark danish danes copenhagen
        norway norwegian norwegians oslo
        sweden swedish swedes stockholm
        finland finnish finns helsinki
        netherlands dutch hague
        belgium belgian belgians
        switzerland swiss bern
        austria austrian austrians vienna
        europe european europeans eu e.u
        africa african africans
        military army armed troops soldiers forces defense
        pentagon defense military
        troops soldiers servicemen personnel
        economy economic gdp output
        police officers officer cops
        doctor physician medic
        company firm business corporation
        movie film
        attack assault strike
        money funds funding cash
        dead killed died deaths fatalities
        lawmaker lawmakers senator senators congressman legislator legislators
        chief head leader boss director
        president leader
        diplomat minister ambassador envoy
        region area zone
        island territory
        enemy enemies adversary adversaries foe foes
        country countries nation nations state states member members
        ally allies partner partners
        alliance pact treaty bloc organization
        create created found founded form formed establish established
        spending expenditure outlay outlays budget budgets
        spend invest pay cost
        withdraw withdrawn withdrawal pullout pull pulled drawdown
        seize annex capture take
        retaliate respond response react
        topic subject issue matter agenda
        threat danger risk peril
        worry worried concern concerned uneasy anxious fear
        anger angry upset furious outcry outrage
        praise hail hailed flattery laud lauded
        criticism criticise criticize condemn condemnation blame
        caution warn warned warning
        refuse decline reject
        pledge promise vow commit commitment
        base bases installation installations facility
        airport airports airfield airfields
        buy purchase acquire takeover
        jail prison prisoner imprisoned custody detained
        arrest detain detained
        court judge tribunal
        lawyer attorney counsel
        vote election ballot poll
        job jobs employment work layoffs
        fire blaze wildfire
        flood flooding
        earthquake quake
        storm hurricane cyclone typhoon
        crash accident collision
        injured hurt wounded
        sick ill illness disease
        kid kids child children
        aim goal purpose
        start begin launch
        end finish conclude
        show reveal disclose
        help aid assist support assistance
        talk talks negotiation negotiations discussion discuss
        deal agreement accord
        increase rise raise grow growth
        decrease fall decline drop cut reduce
        win victory won winner
        sale sales revenue earnings
        salary wage wages pay
        scientist researcher scientists researchers
        study report research survey
        author writer wrote written
        """);

    /// <param name="word">In lower case.</param>
    /// <returns>The others of every group it belongs to.</returns>
    public static IReadOnlyList<string> Of(string word) => Groups.GetValueOrDefault(word, []);

    private static FrozenDictionary<string, string[]> Read(string lines) => lines.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(group => group.Select(word => (word, others: group.Where(other => other != word))))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.SelectMany(pair => pair.others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
