using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>
/// How often a word occurs in company names at large, as if in a list of 20,000, so that "Holdings" weighs little in a list of three as well.
/// </summary>
/// <remarks>Own estimates, in steps: a word in every 40th, 100th, 200th or 500th name.</remarks>
internal static class CommonWords
{
    private const string Every40Th = "group services uk holdings and of the und et van de international mr mrs ms miss dr prof rev sir dame";

    private const string Every100Th =
        "limited company companies management solutions systems trust school care association consulting consultants construction engineering " +
        "properties property investments investment national association church center centre university college technology technologies " +
        "england ireland scotland wales netherlands germany france italy spain sweden norway denmark finland belgium switzerland austria poland australia zealand british american europe european global world holding council foundation society " +
        "usa us gb eu partners partnership trading enterprises industries industrial products";

    private const string Every200Th =
        "food foods retail software medical health healthcare homes housing building builders design designs digital media marketing finance " +
        "financial capital insurance energy power water transport logistics freight motors motor garage electrical electric plumbing heating " +
        "cleaning security recruitment training education academy accountants accountancy solicitors legal law architects surveyors studio " +
        "studios shop store stores restaurant cafe bar hotel hotels travel sports sport club fitness community support supplies supply " +
        "development developments contractors contracting maintenance repairs plant hire equipment machinery tools parts manufacturing " +
        "north south east west northern southern eastern western london dublin sydney city town house street road new great st " +
        "bank fund funds pharma pharmaceuticals therapeutics bio biosciences sciences science research laboratories labs data networks network " +
        "communications telecom online web creative events entertainment productions publishing press print printing books art arts " +
        "farm farms agricultural dairy meat bakery brewery wine wines drinks coffee clothing fashion beauty hair salon dental practice surgery " +
        "clinic pharmacy hospital hospitals nursery day children early learning head start preschool kindergarten primary high parish saint " +
        "der die das den les des la le los las del di da do e y en für fur per con for by at in on to with il el og och";

    private const string Every500Th =
        "first royal premier united general advanced total direct express smart quality professional advisory advisors associates brothers sons " +
        "family independent central metro star gold silver green blue red black white pro plus one two max best king kings park hill bridge river " +
        "gesellschaft verwaltung handel handels bau haus werke industrie deutschland france nederland italia espana sverige norge danmark suomi " +
        "fils freres soeurs hijos figli fratelli zonen sohne soehne groupe gruppe gruppo grupo groep servicios servizi transports batiment " +
        "john james david michael robert william thomas paul peter mark mary smith jones brown wilson taylor murphy kelly";

    private static readonly FrozenDictionary<string, double> Frequencies = Read();

    internal static double FrequencyOf(string word) => Frequencies.GetValueOrDefault(word);

    private static FrozenDictionary<string, double> Read()
    {
        var frequencies = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (words, frequency) in new[] { (Every500Th, 40.0), (Every200Th, 100.0), (Every100Th, 200.0), (Every40Th, 500.0) })
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                frequencies[word] = frequency;
            }
        }

        return frequencies.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
