using System.Text;

namespace Kompass.Accounting;

/// <summary>
/// Hashes over what a Kompass record means for the books. The hash carries its algorithm's version, so that a new version of
/// the algorithm never makes an old record look changed.
/// </summary>
internal static class RecordHash
{
    private const string Version = "1:";

    public static string Of(Client client)
    {
        var fields = new FieldWriter();
        fields.Add(client.Name, client.FirstName, client.LastName, client.EmailAddress, client.PhoneNumber);
        fields.Add(client.CompanyNumber, client.TaxNumber, client.Currency.Value);
        fields.Add(client.Address?.Line1, client.Address?.Line2, client.Address?.City);
        fields.Add(client.Address?.Region, client.Address?.PostalCode, client.Address?.Country);
        return fields.Hash();
    }

    public static string Of(Invoice invoice)
    {
        var fields = new FieldWriter();
        fields.Add(StandingOf(invoice), invoice.ClientId?.Value, invoice.Reference, invoice.OrderReference, invoice.Details);
        fields.Add(FieldWriter.Text(invoice.Date), FieldWriter.Text(invoice.DueDate), invoice.Currency.Value);
        fields.Add(FieldWriter.Text(invoice.Net), FieldWriter.Text(invoice.Vat), invoice.AppliesTo?.Value, invoice.Url?.OriginalString);
        foreach (var line in invoice.Allocations)
        {
            fields.Add("line", line.Description, FieldWriter.Text(line.Quantity), FieldWriter.Text(line.UnitAmount));
            fields.Add(line.DepartmentCode, line.NominalCode, line.VatRateCode);
        }

        return fields.Hash();
    }

    private static string StandingOf(Invoice invoice) => invoice.Status switch
    {
        InvoiceStatus.Voided => "voided",
        InvoiceStatus.Approved or InvoiceStatus.Posted when invoice.Synchronize => "live",
        _ => "withheld",
    };

    private sealed class FieldWriter
    {
        private readonly StringBuilder _text = new();

        public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

        public static string? Text(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public void Add(params ReadOnlySpan<string?> values)
        {
            foreach (var value in values)
            {
                _text.Append(value?.Length ?? -1).Append(':').Append(value).Append('|');
            }
        }

        public string Hash() => Version + ShortHash.Of(_text.ToString());
    }
}
