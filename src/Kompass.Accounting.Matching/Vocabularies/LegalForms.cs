using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>Legal forms of the countries that our clients trade in, after single letters were joined ("B. V." is "bv").</summary>
/// <remarks>
/// Facts from the registers' own lists of designations: Companies Act 2006 (UK), Companies Act 2014 (IE), Corporations Act 2001 (AU),
/// Companies Act 1993 (NZ), HGB, AktG and GmbHG (DE), Code de commerce (FR), Burgerlijk Wetboek 2 (NL), Codice civile (IT),
/// Ley de Sociedades de Capital (ES), the Nordic companies acts, the registers of Poland, Czechia, Slovakia, Hungary, Lithuania and Estonia, and the entity types of the US states; cross-read with ISO 20275.
/// </remarks>
internal static class LegalForms
{
    /// <summary>The form that says only "a company" and so never contradicts another.</summary>
    internal const string Company = "company";

    private const int ShortestPhraseAtStart = 3;

    private const string Table =
        """
        limited  : ltd; limited; limitd; limted; limitied; limeted; limmited; lmited; limtied; lmtd; ldt; limitted; limiited; ltdd; private limited; pvt ltd; pvt limited; private ltd; co ltd; company limited; co limited; company ltd; pty ltd; pty limited; proprietary limited; pty; pl; ltda; teoranta; teo; cyf; cyfyngedig; ltee
        plc      : plc; public limited company; cpt; cwmni cyfyngedig cyhoeddus
        dac      : dac; designated activity company
        clg      : clg; company limited by guarantee
        uc       : unlimited company; uc; unlimited; ulc
        llp      : llp; limited liability partnership; pac
        lp       : lp; limited partnership; lllp
        cic      : cic; community interest company
        cio      : cio; charitable incorporated organisation; scio
        inc      : inc; incorporated; incorp; incorperated; incoporated; incorported
        corp     : corp; corporation; corpn; corparation; corporaton
        pbc      : pbc; public benefit corporation
        llc      : llc; limited liability company; lc; ltd liability co
        pllc     : pllc; professional limited liability company; pc; professional corporation
        nl       : nl; no liability
        gmbh     : gmbh; gmhb; gbmh; mbh; gesellschaft mit beschrankter haftung; ggmbh; ges mbh; gesmbh
        ag       : ag; aktiengesellschaft; kgaa; kg auf aktien; kommanditgesellschaft auf aktien
        kg       : kg; kommanditgesellschaft
        gmbhcokg : gmbh co kg; gmbh and co kg; gmbh und co kg; gmbh co kgaa; gmbh and co kgaa; gmbh und co kgaa; ag and co kg; ag und co kg; ug and co kg; ug und co kg; gmbh and co ohg; gmbh und co ohg
        ohg      : ohg; offene handelsgesellschaft
        gbr      : gbr; gesellschaft burgerlichen rechts
        ug       : ug; ug haftungsbeschrankt; unternehmergesellschaft; unternehmergesellschaft haftungsbeschrankt
        ev       : ev; eingetragener verein
        eg       : eg; eingetragene genossenschaft
        ek       : ek; eingetragener kaufmann; eingetragene kauffrau; ekfm; ekfr; e kfm; e kfr; e kaufmann; e kauffrau
        partg    : partg; partg mbb; partgmbb; part g; part gmbb; mbb; partnerschaft mbb; partnerschaftsgesellschaft; partnerschaftsgesellschaft mbb; partnerschaftsgesellschaft mit beschrankter berufshaftung
        se       : se; societas europaea
        bv       : bv; besloten vennootschap; bvba
        nv       : nv; naamloze vennootschap
        vof      : vof; vennootschap onder firma
        cv       : cv; commanditaire vennootschap
        sarl     : sarl; sa rl; societe a responsabilite limitee; eurl; sarlu; selarl
        sa       : sa; societe anonyme; sociedad anonima; saog; sau
        sas      : sas; sasu; societe par actions simplifiee
        sca      : sca; societe en commandite par actions
        gie      : gie; groupement dinteret economique
        sci      : sci; societe civile immobiliere
        snc      : snc; societe en nom collectif; societa in nome collettivo
        sl       : sl; slu; sll; sociedad limitada; sociedad limitada unipersonal; slne
        srl      : srl; srls; societa a responsabilita limitata; s de rl; sa de cv; s de rl de cv
        spa      : spa; societa per azioni
        sas_it   : societa in accomandita semplice; sapa
        as       : as; aktieselskab; aksjeselskap; asa; allmennaksjeselskap
        aps      : aps; anpartsselskab
        is       : is; interessentskab
        ab       : ab; aktiebolag; ab publ; aktiebolag publ
        hb       : hb; handelsbolag
        oy       : oy; osakeyhtio; oyj; oy ab; ab oy
        nordiclp : ks; kommanditselskab; kommandittselskap; kb; kommanditbolag; ky; kommandiittiyhtio
        nordicgp : ans; ansvarlig selskap; da; delt ansvar; selskap med delt ansvar; avoin yhtio
        nuf      : nuf; norskregistrert utenlandsk foretak
        sole     : enk; enkeltpersonforetak; enkeltmandsvirksomhed; tmi; toiminimi
        coop     : ek for; ekonomisk forening; amba; osuuskunta; scop
        hf       : hf; ehf; hlutafelag
        kk       : kk; kabushiki kaisha
        spzoo    : sp z oo; sp zoo; spolka z ograniczona odpowiedzialnoscia
        sro      : sro; spol s ro; spol sro; spolecnost s rucenim omezenym
        kft      : kft; korlatolt felelossegu tarsasag
        doo      : doo
        uab      : uab; uzdaroji akcine bendrove
        ou       : ou; osauhing
        company  : co; company; compagnie; cie; and co; and company; and cie; und co
        """;

    // These are words or initials as well: a legal form only at the very end of a name that has something else.
    private static readonly FrozenSet<string> OnlyAtEnd = FrozenSet.Create(
        StringComparer.Ordinal,
        "co", "company", "compagnie", "cie", "se", "as", "is", "sa", "ag", "ab", "hb", "kg", "eg", "ev", "ek", "pc", "lc", "lp", "sl", "sci", "sas", "hf", "kk",
        "oy", "uc", "ug", "cv", "pac", "teo", "cpt", "cyf", "unlimited", "spa", "cic", "cio", "dac", "clg", "snc", "pty", "pl", "asa", "sau", "bv", "nv", "nl", "corporation", "ou", "da", "nuf", "pbc", "sca", "gie", "mbb", "ldt", "ks", "kb", "ky", "ans", "enk", "tmi", "amba", "scop", "and co", "and company", "and cie", "und co");

    private static readonly FrozenSet<string> AlsoAtStart = FrozenSet.Create(
        StringComparer.Ordinal, "sarl", "sas", "sasu", "sci", "eurl", "snc", "ab", "oy", "nv", "bv", "llc", "uab", "sca", "gie");

    private static readonly string[] GlueableSuffixes = ["PLC", "LLC", "LLP", "Ltd", "LTD", "Inc", "GmbH"];

    private static readonly FrozenDictionary<string, string> Families = Read();

    private static readonly int LongestPhrase = Families.Keys.Max(k => k.Count(c => c == ' ') + 1);

    // Most words begin no legal form, and most forms have one word: no phrase is put together in vain.
    private static readonly FrozenSet<string> FirstOfSeveral =
        Families.Keys.Where(k => k.Contains(' ', StringComparison.Ordinal)).Select(k => k[..k.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> First = Families.Keys.Select(k => k.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Last = Families.Keys.Select(k => k.Split(' ')[^1]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Numbers =
        Families.Values.Distinct().Where(family => family != Company).Order(StringComparer.Ordinal)
            .Select((family, index) => KeyValuePair.Create(family, index)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number of families that contradict one another; there are bits for 64.</summary>
    internal static int FamilyCount => Numbers.Count;

    /// <summary>A family as one of 64 bits; none for the form that says only "a company".</summary>
    internal static ulong BitOf(string family) => Numbers.TryGetValue(family, out var number) ? 1UL << number : 0;

    /// <summary>Takes the legal forms out of a list of words. At least one word stays.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="lettersAtStart">How many letters the form has that stood before the name.</param>
    internal static List<LegalForm> TakeFrom(List<RawToken> tokens, out int lettersAtStart)
    {
        var forms = new List<LegalForm>();
        while (TakeAtEnd(tokens, forms))
        {
            // Forms may stand in a row: "B.V. (Co) Ltd".
        }

        var first = forms.Count;
        TakeAtStart(tokens, forms);
        lettersAtStart = forms.Count > first ? forms[first].Written.Count(letter => letter != ' ') : 0;
        TakeWithin(tokens, forms);
        return forms;
    }

    /// <summary>Where a legal form begins that was written without a space ("SchummPLC", "Studio54Ltd"), or 0.</summary>
    internal static int GluedSuffix(ReadOnlySpan<char> word)
    {
        foreach (var suffix in GlueableSuffixes)
        {
            var start = word.Length - suffix.Length;
            if (start >= 3 && word.EndsWith(suffix, StringComparison.Ordinal) && !char.IsUpper(word[start - 1]))
            {
                return start;
            }
        }

        return 0;
    }

    private static bool TakeAtEnd(List<RawToken> tokens, List<LegalForm> forms)
    {
        if (tokens.Count < 2 || !Last.Contains(tokens[^1].Text))
        {
            return false;
        }

        for (var length = Math.Min(LongestPhrase, tokens.Count - 1); length >= 1; length--)
        {
            if (TryRead(tokens, tokens.Count - length, length, out var form) && !IsOrdinaryWord(tokens[^1], form))
            {
                forms.Add(form);
                tokens.RemoveRange(tokens.Count - length, length);
                return true;
            }
        }

        return false;
    }

    private static void TakeAtStart(List<RawToken> tokens, List<LegalForm> forms)
    {
        if (tokens.Count > 1 && (AlsoAtStart.Contains(tokens[0].Text) || (tokens[0].Merged && Families.ContainsKey(tokens[0].Text))))
        {
            forms.Add(new(Families[tokens[0].Text], tokens[0].Text));
            tokens.RemoveAt(0);
            return;
        }

        // "Société Civile Immobilière Les Tilleuls"
        for (var length = Math.Min(LongestPhrase, tokens.Count - 1); length >= ShortestPhraseAtStart; length--)
        {
            if (TryRead(tokens, 0, length, out var form))
            {
                forms.Add(form);
                tokens.RemoveRange(0, length);
                return;
            }
        }
    }

    private static void TakeWithin(List<RawToken> tokens, List<LegalForm> forms)
    {
        for (var start = 1; start < tokens.Count; start++)
        {
            var longest = !First.Contains(tokens[start].Text) ? 0 : FirstOfSeveral.Contains(tokens[start].Text) ? LongestPhrase : 1;
            for (var length = Math.Min(longest, tokens.Count - start); length >= 1; length--)
            {
                if (TryRead(tokens, start, length, out var form) && (tokens[start].Merged || !OnlyAtEnd.Contains(form.Written)))
                {
                    forms.Add(form);
                    tokens.RemoveRange(start, length);
                    break;
                }
            }
        }
    }

    private static bool TryRead(List<RawToken> tokens, int start, int length, out LegalForm form)
    {
        if (length > 1 && !FirstOfSeveral.Contains(tokens[start].Text))
        {
            form = default;
            return false;
        }

        var phrase = length == 1 ? tokens[start].Text : string.Join(' ', tokens.Skip(start).Take(length).Select(t => t.Text));
        var known = Families.TryGetValue(phrase, out var family);
        form = new(family!, phrase);
        return known;
    }

    // "Health Spa" is no società per azioni; "S.p.A.", "SpA" and "A/S" are. "PL" may be Poland; "P/L" is not. "KY" is Kentucky, "Ky" is not.
    private static bool IsOrdinaryWord(RawToken last, LegalForm form) =>
        (form.Written is "pl" && !last.Merged)
        || (form.Written is "ky" && last.Original != "Ky")
        || (form.Written is "spa" or "nl" or "is" or "as" or "se" or "da") && !last.Merged && last.Original.Count(char.IsUpper) < 2;

    private static FrozenDictionary<string, string> Read()
    {
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var spelling in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries))
            {
                families[spelling] = line[..colon].Trim();
            }
        }

        return families.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
