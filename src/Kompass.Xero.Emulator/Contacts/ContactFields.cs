namespace Kompass.Xero.Emulator;

/// <summary>The members of a contact that <c>where</c> and <c>order</c> know.</summary>
internal static class ContactFields
{
    public static readonly Dictionary<string, Func<EmulatedContact, object?>> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ContactID"] = contact => contact.Id,
        ["Name"] = contact => contact.Name,
        ["EmailAddress"] = contact => contact.EmailAddress,
        ["AccountNumber"] = contact => contact.AccountNumber,
        ["ContactNumber"] = contact => contact.ContactNumber,
        ["ContactStatus"] = contact => contact.Status,
        ["FirstName"] = contact => contact.FirstName,
        ["LastName"] = contact => contact.LastName,
        ["CompanyNumber"] = contact => contact.CompanyNumber,
        ["TaxNumber"] = contact => contact.TaxNumber,
        ["UpdatedDateUTC"] = contact => contact.UpdatedDateUtc.UtcDateTime,
    };
}
