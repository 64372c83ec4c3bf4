using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words that news use one for the other though no dictionary calls them synonyms: a country, its people and its capital.</summary>
public static class Metonyms
{
    private static readonly FrozenDictionary<string, string[]> Groups = Read("""
        u.s us usa america american americans washington
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
