using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

internal sealed class KompassInvoices : KompassRecords<InvoiceId, Invoice>, IInvoiceSource
{
    protected override InvoiceId KeyOf(Invoice record) => record.Id;

    protected override KompassOrganisationId OrganisationOf(Invoice record) => record.OrganisationId;
}
