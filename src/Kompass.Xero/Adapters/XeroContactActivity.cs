using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>The newest sales invoices and bills of a contact, by one call.</summary>
internal sealed class XeroContactActivity(XeroApi api, XeroTenants tenants) : IContactActivity
{
    private static readonly string[] Counting = ["SUBMITTED", "AUTHORISED", "PAID"];

    public async Task<IReadOnlyList<ContactInvoice>> ReadLatestAsync(
        RemoteConnection connection, RemoteContactId contact, int maximum, CancellationToken cancellationToken)
    {
        var query = new XeroQuery { ContactIds = [contact.Value], Statuses = Counting, Order = "Date DESC", PageSize = maximum };
        var answer = await RemoteFaults.TranslateAsync(
            () => api.ReadAsync(tenants.For(connection), XeroResources.Invoices, query, cancellationToken));
        return
        [
            .. answer.Value.Take(maximum).Select(invoice => (Document: DocumentMap.Read(invoice), invoice.Type)).Select(read => new ContactInvoice
            {
                Number = read.Document.Number,
                Reference = read.Document.Reference,
                Date = read.Document.Date,
                Currency = read.Document.Currency,
                Gross = read.Document.Gross,
                Status = read.Document.Status,
                IsPurchase = read.Type?.StartsWith("ACCPAY", StringComparison.OrdinalIgnoreCase) == true,
            }),
        ];
    }
}
