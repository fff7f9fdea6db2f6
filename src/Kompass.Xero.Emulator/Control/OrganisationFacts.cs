namespace Kompass.Xero.Emulator;

/// <summary>What cannot be true of an organisation, whoever says so.</summary>
internal static class OrganisationFacts
{
    /// <summary>The same facts, or an exception that names the wrong one and what to state instead.</summary>
    public static EmulatedOrganisation Checked(EmulatedOrganisation facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Name) || string.IsNullOrWhiteSpace(facts.Class))
        {
            throw new ArgumentException("An organisation needs a name and a class. Leave out what is to stay, and send no empty text.");
        }

        if (facts.TimeZone is null || !TimeZones.Has(facts.TimeZone))
        {
            throw new ArgumentException($"There is no time zone '{facts.TimeZone}'. Choose one of {string.Join(", ", TimeZones.Names)}.");
        }

        if (facts.BaseCurrency is null || !CurrencyCodes.Has(facts.BaseCurrency))
        {
            throw new ArgumentException($"There is no currency '{facts.BaseCurrency}'. Choose an ISO code such as GBP.");
        }

        return facts.ApprovalsPerMonth < 0 || facts.OtherUncertifiedApps < 0
            ? throw new ArgumentException("Approvals per month and other uncertified apps cannot be negative. State 0 or more.")
            : facts;
    }
}
