using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Records that a sync sends or holds, and what it needs before it sends.</summary>
internal static class Samples
{
    public static Invoice Invoice(string id, string number) => new()
    {
        Id = new(id),
        OrganisationId = SamplePorts.North,
        ClientId = new("C-1"),
        Reference = number,
        Details = "Details",
        Date = new(2026, 5, 20),
        DueDate = new(2026, 6, 20),
        Currency = new("GBP"),
        Status = InvoiceStatus.Approved,
        Allocations = [new() { Description = "Work", UnitAmount = 100, VatRateCode = "T1", NominalCode = "4000" }],
        Net = 100,
        Vat = 20,
    };

    public static Hold Hold(string client, HoldReason reason, string title) => new()
    {
        Record = new(RecordKind.Client, client),
        Reason = reason,
        Detail = "Detail",
        Remedy = "Remedy",
        Title = title,
        Since = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Maps what the sample invoices need, and enables clients and invoices.</summary>
    public static async Task EnableAsync(AdminSite site, SyncConfiguration connected)
    {
        var manager = site.Get<IConfigurationManager>();
        var account = (await site.Get<ILedgerLookup>().GetAccountsAsync(connected.Connection!, default)).First(known => known.Code == "200").Id;
        await manager.SaveMappingsAsync(connected.Id, MappingKind.Account, [new(MappingKind.Account, "4000", account)], "ada", default);
        await manager.SaveMappingsAsync(connected.Id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "T1", "OUTPUT2")], "ada", default);
        await manager.OverrideInterlockAsync(connected.Id, "ada", "A test of what comes after.", default);
        await manager.UpdateAsync(
            connected.Id,
            current => current with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = account,
                CutOverDate = new(2026, 1, 1),
            },
            "ada",
            default);
        await manager.AcknowledgeRemindersAsync(connected.Id, "ada", default);
        await manager.UpdateAsync(connected.Id, current => current with { IsEnabled = true }, "ada", default);
    }
}
