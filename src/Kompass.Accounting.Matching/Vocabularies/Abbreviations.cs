using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>Short forms that people use in company names, and the words they stand for.</summary>
internal static class Abbreviations
{
    private const string Table =
        "intl international int international mfg manufacturing mfr manufacturer mgmt management mngt management mgt management " +
        "svc services svcs services serv services srvcs services service services grp group gp group hldg holdings hldgs holdings holding holdings " +
        "assoc association assn association assocs associates bros brothers bro brothers ets etablissements etablissement etablissements gebr gebruder gebrueder gebruder gebroeders gebruder dept department govt government univ university uni university " +
        "hosp hospital ctr center cntr center centre center tech technology technologies technology techs technology " +
        "natl national eng engineering engr engineering engrg engineering constr construction const construction dev development " +
        "devs developments invs investments invest investments prop property props properties prods products prod products " +
        "elec electrical electr electrical sys systems syst systems sols solutions soln solutions solns solutions " +
        "distr distribution dist distribution trans transport transp transport acc accountants accts accountants " +
        "pharm pharmaceuticals comm communications comms communications telecoms telecom " +
        "ind industries inds industries indus industries industrie industries equip equipment env environmental enviro environmental " +
        " restaurants restaurant lab laboratories labs laboratories laboratory laboratories " +
        "ents enterprises exec executive mkt marketing mktg marketing org organisation organization organisation " +
        "prof professional recruit recruitment sch school amer american aust australia au australia nz newzealand ie ireland irl ireland " +
        "consult consulting consultancy consulting rd road sth south nth north " +
        "holland netherlands nederland netherlands deutschland germany deutsche german italia italy espana spain france france osterreich austria " +
        "belgique belgium belgie belgium schweiz switzerland suisse switzerland sverige sweden norge norway danmark denmark suomi finland polska poland " +
        "mount mt jnr junior snr senior";

    // A street that others follow: "High St Garage".
    private static readonly FrozenSet<string> Streets = FrozenSet.Create(
        StringComparer.Ordinal, "high", "main", "church", "mill", "market", "station", "bridge", "park", "wall", "state", "broad", "queen", "king", "duke", "castle", "union", "oak", "elm", "maple");

    private static readonly FrozenDictionary<string, string> Words = Read();

    internal static string Expand(string word) => Words.GetValueOrDefault(word, word);

    /// <summary>
    /// What a short form stands for where its place in the name decides: "St Mary's" is a saint, "12 Larch St" a street. What may be either stays.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The word before it; empty at the start of a name.</param>
    /// <param name="isLast">Whether no word follows.</param>
    internal static string Expand(string word, string before, bool isLast) => word switch
    {
        "st" when before is "" or "of" or "and" => isLast ? word : "saint",
        "st" => isLast || Streets.Contains(before) || before is [>= '0' and <= '9', ..] ? "street" : word,
        "jr" when before.Length > 0 => "junior",
        "sr" when before.Length > 0 => "senior",
        _ => Expand(word),
    };

    private static FrozenDictionary<string, string> Read()
    {
        var pairs = Table.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, pairs.Length / 2).ToFrozenDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1], StringComparer.Ordinal);
    }
}
