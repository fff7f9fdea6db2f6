using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary><c>/Organisation</c> and <c>/Organisation/Actions</c>.</summary>
internal sealed class OrganisationEndpoint : Endpoint
{
    private static readonly string[] ActionNames =
    [
        "AttachFilesToDraftInvoice", "AttachFilesToApprovedInvoice", "ConvertQuoteToInvoice", "CreateApprovedBill", "CreateApprovedInvoice",
        "CreateDraftBill", "CreateDraftInvoice", "CreatePurchaseOrder", "CreateQuote", "CreateRepeatingInvoice", "EditApprovedBill",
        "EditApprovedInvoice", "EditDraftBill", "EditDraftInvoice", "UseMulticurrency",
    ];

    public override string Name => "Organisation";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments) switch
    {
        ("GET", []) => Answers.List(call, "Organisations", [call.State.Organisation], (writer, organisation) => Write(writer, call, organisation)),
        ("GET", [var sub]) when sub.Equals("Actions", StringComparison.OrdinalIgnoreCase) => Actions(call),
        ("GET", _) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    private static EmulatedResponse Actions(AccountingCall call) => Answers.List(call, "Actions", ActionNames, (writer, name) =>
    {
        writer.WriteString("Name", name);
        writer.WriteString("Status", (name != "UseMulticurrency" || call.State.Currencies.Count > 1)
            && !call.State.Organisation.DeniedActions.Contains(name, StringComparer.Ordinal) ? "ALLOWED" : "NOT-ALLOWED");
    });

    private static void Write(Utf8JsonWriter writer, AccountingCall call, EmulatedOrganisation organisation)
    {
        writer.WriteString("Name", organisation.Name);
        writer.WriteString("LegalName", organisation.LegalName ?? organisation.Name);
        writer.WriteBoolean("PaysTax", organisation.PaysTax);
        writer.WriteString("Version", organisation.Version);
        writer.WriteString("OrganisationType", "COMPANY");
        writer.WriteString("BaseCurrency", organisation.BaseCurrency);
        writer.WriteString("CountryCode", organisation.CountryCode);
        writer.WriteBoolean("IsDemoCompany", organisation.IsDemoCompany);
        writer.WriteString("OrganisationStatus", "ACTIVE");
        writer.WriteNumber("FinancialYearEndDay", 31);
        writer.WriteNumber("FinancialYearEndMonth", 3);
        writer.WriteString("SalesTaxBasis", "ACCRUALS");
        writer.WriteString("SalesTaxPeriod", "QUARTERLY1");
        writer.WriteString("DefaultSalesTax", "Tax Exclusive");
        writer.WriteString("DefaultPurchasesTax", "Tax Exclusive");
        if (organisation.PeriodLockDate is { } period)
        {
            writer.WriteDay("PeriodLockDate", period);
        }

        if (organisation.EndOfYearLockDate is { } year)
        {
            writer.WriteDay("EndOfYearLockDate", year);
        }

        writer.WriteString("CreatedDateUTC", XeroDate.InstantWithoutOffset(organisation.CreatedUtc));
        writer.WriteString("OrganisationEntityType", "COMPANY");
        writer.WriteString("Timezone", organisation.TimeZone);
        writer.WriteString("ShortCode", organisation.ShortCode);
        writer.WriteString("OrganisationID", call.Switches.OrganisationIdIsTenantId ? organisation.Id : IdSource.Derive("organisation-id", organisation.Id.ToString()));
        writer.WriteString("Edition", "BUSINESS");
        writer.WriteString("Class", organisation.Class);
        writer.WriteEmptyArray("Addresses");
        writer.WriteEmptyArray("Phones");
        writer.WriteEmptyArray("ExternalLinks");
        writer.WriteStartObject("PaymentTerms");
        writer.WriteEndObject();
    }
}
