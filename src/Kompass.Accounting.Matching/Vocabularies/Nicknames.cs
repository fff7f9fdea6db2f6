using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>Short, pet and written forms ("Wm", "Geo") of first names. A group's first member is the full name.</summary>
internal static class Nicknames
{
    private const string Table =
        "alexander alex al sandy xander;alexandra sandra alex sasha;andrew andy drew;anthony tony ant antony;benjamin ben benji benny benj;catherine cathy kate katie kathy " +
        "katherine kathryn cath kat;charles charlie chuck chas;christopher chris kit topher;christine chris chrissie tina;daniel dan danny danl;david dave davey;deborah deb debbie debra;" +
        "donald don donnie;dorothy dot dottie;edward ed eddie ted ned teddy edw;elizabeth eliz liz lizzie beth betty eliza bess lisa;frances fran francis frankie;frederick fred freddie fredk;george geo;" +
        "gerald gerry jerry;geoffrey geoff jeff jeffrey;gregory greg;harold harry hal;henry harry hank;isabella bella izzy;jacob jake;james jim jimmy jamie jas;janet jan;jennifer jen jenny;" +
        "jessica jess jessie;john jack johnny jon jno;jonathan jon jonny;joseph joe joey jos;joshua josh;kenneth ken kenny;lawrence larry laurence;leonard len lenny leo;" +
        "margaret margt maggie meg peggy marge;martin marty;matthew matt;michael mike mick mickey micky;nicholas nick nicky;pamela pam;patricia pat patty trish tricia;patrick pat paddy patk;" +
        "peter pete;philip phil phillip;raymond ray;rebecca becky becca;richard richd rick dick ricky rich richie;robert robt rob bob bobby robbie bert;ronald ron ronnie;samantha sam;samuel sam sammy saml;" +
        "sarah sally sara;stephen steve steven stevie;susan sue susie suzanne;terence terry terrence;theodore ted theo;thomas tom tommy thos;timothy tim timmy;victoria vicky vicki tori;" +
        "vincent vince vinny;walter walt wally;william wm will bill billy liam willie;zachary zach zack;maximilian max;francesco franco;giuseppe beppe;jose pepe;francisco paco pancho;" +
        "johannes hans jan johan;friedrich fritz;heinrich heinz;wilhelm willi;hendrik henk;cornelis kees cor;pieter piet";

    private static readonly FrozenDictionary<string, string[]> FullNames = Read();

    /// <summary>The full names that a first name may stand for; none for other words.</summary>
    internal static string[] Of(string word) => FullNames.GetValueOrDefault(word) ?? [];

    /// <summary>Whether both may be the same first name. Lists as <see cref="Of"/> gives them.</summary>
    internal static bool Overlap(string[] one, string[] other)
    {
        foreach (var name in one)
        {
            if (Array.IndexOf(other, name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, string[]> Read() => Table.Split(';')
        .SelectMany(group => group.Split(' ').Select(name => (Name: name, Full: group.Split(' ')[0])))
        .GroupBy(pair => pair.Name, pair => pair.Full, StringComparer.Ordinal)
        .ToFrozenDictionary(names => names.Key, names => names.ToArray(), StringComparer.Ordinal);
}
