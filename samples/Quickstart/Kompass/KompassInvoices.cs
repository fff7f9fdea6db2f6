using Kompass.Accounting;

namespace Quickstart;

/// <summary>The invoices, credit notes and journals of the sample's Kompass.</summary>
internal sealed class KompassInvoices : KompassTable<InvoiceId, Invoice>, IInvoiceSource
{
    public KompassInvoices()
    {
        var lines = CsvData.Read("allocations.csv", row => (Invoice: row.Required("invoice_id"), Line: new Allocation
        {
            Description = row.Text("description"),
            Quantity = row.Number("quantity"),
            UnitAmount = row.Number("unit_amount"),
            DepartmentCode = row.Text("department"),
            NominalCode = row.Text("nominal"),
            VatRateCode = row.Text("vat_rate"),
        })).ToLookup(entry => entry.Invoice, entry => entry.Line);

        foreach (var invoice in CsvData.Read("invoices.csv", row => new Invoice
        {
            Id = new(row.Required("id")),
            OrganisationId = new(row.Required("organisation_id")),
            ClientId = row.Text("client_id") is { } client ? new ClientId(client) : null,
            Reference = row.Required("reference"),
            OrderReference = row.Text("order_reference"),
            Details = row.Text("details"),
            Date = row.Date("date")!.Value,
            DueDate = row.Date("due_date"),
            Currency = new(row.Required("currency")),
            Status = Enum.Parse<InvoiceStatus>(row.Required("status")),
            Synchronize = bool.Parse(row.Required("synchronize")),
            AppliesTo = row.Text("applies_to") is { } applied ? new InvoiceId(applied) : null,
            Net = row.Number("net"),
            Vat = row.Number("vat"),
            Url = row.Text("url") is { } url ? new Uri(url) : null,
            Allocations = [.. lines[row.Required("id")]],
        }))
        {
            Save(invoice.Id, invoice);
        }
    }

    protected override KompassOrganisationId OrganisationOf(Invoice record) => record.OrganisationId;
}
