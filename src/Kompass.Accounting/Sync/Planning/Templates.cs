namespace Kompass.Accounting;

/// <summary>Fills the templates of document numbers and references.</summary>
internal static class Templates
{
    public static string Fill(string template, Invoice invoice) => template
        .Replace("{reference}", invoice.Reference, StringComparison.Ordinal)
        .Replace("{order}", invoice.OrderReference, StringComparison.Ordinal)
        .Replace("{id}", invoice.Id.Value, StringComparison.Ordinal)
        .Replace("{organisation}", invoice.OrganisationId.Value, StringComparison.Ordinal)
        .Trim();
}
