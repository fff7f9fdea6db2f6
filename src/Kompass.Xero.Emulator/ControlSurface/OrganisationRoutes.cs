namespace Kompass.Xero.Emulator;

/// <summary>Organisations, their books, and what happens to them as a whole.</summary>
internal static class OrganisationRoutes
{
    public static readonly IReadOnlyList<ControlRoute> All =
    [
        ControlRoute.Of("GET", "organisations", "Lists the organisations.", call => call.Control.Organisations),
        ControlRoute.Of("POST", "organisations", "Adds an organisation: name, seed.", call =>
            new { TenantId = call.Control.AddOrganisation(call.Required("name"), call.Body.TextOr("seed", null)) }),
        ControlRoute.Of("POST", "organisations/{tenant}", "Changes facts: name, timeZone, paysTax, isDemoCompany, class, approvalsPerMonth.", Edit),
        ControlRoute.Of("GET", "organisations/{tenant}/books", "Shows the books as they stand.", call => call.Control.Books(call.Tenant)),
        ControlRoute.Of("POST", "organisations/{tenant}/seed", "Replaces all data by those of a seed: seed.", call =>
            call.Control.Seed(call.Tenant, call.Required("seed"))),
        ControlRoute.Of("POST", "organisations/{tenant}/lock-dates", "Moves the lock dates: periodLockDate, endOfYearLockDate; one left out is removed.", call =>
            call.Control.SetLockDates(call.Tenant, call.Body.Day("periodLockDate"), call.Body.Day("endOfYearLockDate"))),
        ControlRoute.Of("POST", "organisations/{tenant}/disconnect", "A person removes the app in Xero.", call => call.Control.Disconnect(call.Tenant)),
        ControlRoute.Of("POST", "organisations/{tenant}/reset-demo", "Resets a demo company; answers its tenant id.", call =>
            new { TenantId = call.Control.ResetDemoCompany(call.Tenant) }),
        ControlRoute.Of("POST", "organisations/{tenant}/custom-connection", "Registers a custom connection: scopes.", call =>
            call.Body.TextOr("scopes", null) is { } scopes ? call.Control.AddCustomConnection(call.Tenant, scopes) : call.Control.AddCustomConnection(call.Tenant)),
        ControlRoute.Of("GET", "organisations/{tenant}/egress", "Counts the bytes that Xero would charge.", call =>
            new { Bytes = call.Control.EgressBytes(call.Tenant) }),
    ];

    private static void Edit(ControlCall call) => call.Control.EditOrganisation(call.Tenant, facts => facts with
    {
        Name = call.Body.TextOr("name", facts.Name) ?? "",
        TimeZone = call.Body.TextOr("timeZone", facts.TimeZone) ?? "",
        PaysTax = call.Body.Flag("paysTax") ?? facts.PaysTax,
        IsDemoCompany = call.Body.Flag("isDemoCompany") ?? facts.IsDemoCompany,
        Class = call.Body.TextOr("class", facts.Class) ?? "",
        ApprovalsPerMonth = call.Whole("approvalsPerMonth") ?? facts.ApprovalsPerMonth,
    });
}
