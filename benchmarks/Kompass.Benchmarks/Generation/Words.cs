namespace Kompass.Benchmarks;

/// <summary>The words that generated names are made of, the commonest of each list first.</summary>
internal static class Words
{
    public static readonly string[] Trades = Split(
        """
        Services Consulting Solutions Properties Engineering Construction Management Systems Technologies Developments Investments Trading
        Design Logistics Electrical Foods Motors Catering Consultants Builders Transport Recruitment Security Cleaning Software Marketing
        Contractors Plumbing Joinery Landscapes Interiors Media Training Healthcare Energy Finance Insurance Travel Printing Publishing
        Manufacturing Packaging Roofing Scaffolding Flooring Kitchens Furniture Textiles Clothing Footwear Jewellers Opticians Dental Pharmacy
        Veterinary Nurseries Bakery Butchers Brewery Distillers Wines Seafoods Farms Dairies Fisheries Forestry Timber Quarries Steel Castings
        Tooling Precision Instruments Lighting Heating Ventilation Refrigeration Glazing Fencing Paving Drainage Demolition Surveys Architects
        Planning Estates Lettings Storage Removals Couriers Haulage Shipping Freight Aviation Marine Boatyard Cycles Tyres Coachworks
        Telecoms Networks Hosting Analytics Robotics Photography Films Records Games Toys Books Stationery Gifts Florists Events Leisure
        """);

    public static readonly string[] Extras = Split(
        "Group Holdings International UK Global Associates Partners Brothers Company European National Ireland Northern Southern Western Central London");

    public static readonly string[] Brands = Split(
        """
        Premier Apex Phoenix Summit Horizon Alpha Royal Star Crown Elite Prime Atlas Pioneer Heritage Meridian Vertex Zenith Falcon Eagle Delta
        Orion Titan Nova Beacon Compass Anchor Castle Abbey Priory Manor Park Oak Ash Willow Cedar Birch Hazel Maple Rowan Elm Rose Lily
        Silver Golden Blue Green Red White Black Amber Crystal Diamond Ruby Emerald Sapphire Ivory Bright Clear Swift Rapid Direct Total Complete
        Modern New Old Little Great Grand First Second Capital City Town Country Village River Lake Ocean Harbour Island Valley Hill Mountain
        Forest Meadow Garden Orchard Bridge Gate Tower Mill Forge Anvil Hammer Arrow Shield Lion Tiger Wolf Fox Bear Swan Raven Kestrel Heron
        Solar Lunar Stellar Cosmic Quantum Digital Cyber Logic Data Pixel Vector Matrix Fusion Spectrum Prism Echo Pulse Spark Ember Frost
        """);

    public static readonly string[] Places = Split(
        """
        London Manchester Birmingham Leeds Glasgow Bristol Edinburgh Liverpool Sheffield Cardiff Dublin Belfast Newcastle Nottingham Leicester
        Oxford Cambridge York Brighton Norwich Exeter Plymouth Southampton Portsmouth Reading Derby Coventry Bath Chester Durham Lincoln
        Galway Cork Limerick Waterford Kilkenny Sligo Swansea Newport Dundee Aberdeen Inverness Stirling Perth Ayrshire Kent Surrey Essex Sussex
        Norfolk Suffolk Devon Cornwall Dorset Somerset Wiltshire Yorkshire Lancashire Cheshire Cumbria Sydney Melbourne Brisbane Adelaide Hobart
        Canberra Auckland Wellington Dunedin Canterbury Otago Tasmania Boston Denver Austin Oakland Munich Bremen Antwerp Utrecht Lyon Turin
        """);

    public static readonly string[] Surnames = Split(
        """
        Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson
        Clarke Murphy Kelly Byrne Ryan Walsh O'Brien O'Connor Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin
        Khan Singh Ahmed Ali Hussain Begum Kaur Shah Nguyen Chen Wang Li Zhang Lee Kim Garcia Martinez Lopez Rossi Russo Ferrari Muller Schmidt
        Schneider Fischer Weber Meyer Wagner Becker Dubois Laurent Moreau Lefevre Jansen Bakker Visser Smit Hansen Olsen Larsen Nilsson Andersson
        Campbell Stewart Robertson Anderson MacDonald Scott Reid Ross Young Mitchell Watson Morrison Paterson Clark Henderson Hamilton Graham
        Harris Martin Cooper King Lewis Baker Turner Hill Ward Carter Phillips Parker Bennett Cook Bailey Shaw Ellis Richardson Cox Marshall
        Griffiths Hughes Edwards Morgan Price Lloyd Jenkins Owen Powell Rees Chapman Webb Simpson Mason Hunt Knight Barker Fletcher Holmes Lane
        """);

    public static readonly string[] FirstNames = Split(
        """
        John David Michael Paul James Sarah Susan Andrew Mark Peter Robert Mary Richard Margaret Stephen Emma Christopher Karen Helen Thomas
        Elizabeth William Daniel Jane Matthew Anne Patricia Simon Alison Kevin Laura Claire Nicola Joanne Martin Anthony Alan Rebecca Graham Neil
        Catherine Sean Patrick Aoife Ciara Niamh Conor Liam Mohammed Fatima Aisha Priya Sanjay Ravi Anita Wei Ming Jun Hannah Charlotte Oliver
        George Harry Jack Amelia Isla Ava Mia Grace Sophie Lucy Edward Henry Alexander Samuel Joseph Benjamin Rachel Victoria Julie Donna Tracey
        Hans Klaus Jurgen Sabine Pierre Jean Marie Sophie Luca Marco Giulia Jan Pieter Anna Lars Sven Ingrid Carlos Maria Jose Ana Ian Fiona
        """);

    /// <summary>Legal forms with the ways to write each, the form that registers use first.</summary>
    public static readonly string[][] LegalForms =
    [
        ["Limited", "Ltd", "LTD", "Ltd.", "(Ltd)"],
        ["Ltd", "Limited", "LIMITED", "Ltd."],
        ["LLP", "L.L.P.", "Limited Liability Partnership"],
        ["PLC", "plc", "P.L.C.", "Public Limited Company"],
        ["Pty Ltd", "Pty. Ltd.", "Pty Limited", "Proprietary Limited"],
        ["Inc.", "Inc", "Incorporated", "INC"],
        ["LLC", "L.L.C.", "llc"],
        ["GmbH", "G.m.b.H.", "GMBH", "Gesellschaft mbH"],
        ["B.V.", "BV", "b.v."],
        ["CIC", "C.I.C.", "Community Interest Company"],
    ];

    /// <summary>How people shorten words.</summary>
    public static readonly Dictionary<string, string> Short = Split(
        """
        Services=Svcs Engineering=Eng Construction=Constr Management=Mgmt Technologies=Tech Developments=Devs International=Intl
        Manufacturing=Mfg Associates=Assoc Brothers=Bros Company=Co Consultants=Cons Properties=Props Investments=Inv
        Solutions=Sols Systems=Sys National=Natl European=Euro Electrical=Elec Telecoms=Tel Group=Grp Holdings=Hldgs
        Transport=Trans Marketing=Mktg Partners=Ptnrs Northern=Nth Southern=Sth
        """).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
