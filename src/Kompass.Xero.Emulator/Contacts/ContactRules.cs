using System.Text.RegularExpressions;

namespace Kompass.Xero.Emulator;

/// <summary>What Xero refuses of a contact.</summary>
internal static partial class ContactRules
{
    public const string Archived =
        "The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.";

    public const string ArchivedOnDocument =
        "The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.";

    private static readonly (string Name, int Length, Func<EmulatedContact, string?> Value)[] Lengths =
    [
        ("Name", 255, contact => contact.Name), ("ContactNumber", 50, contact => contact.ContactNumber),
        ("AccountNumber", 50, contact => contact.AccountNumber), ("FirstName", 255, contact => contact.FirstName),
        ("LastName", 255, contact => contact.LastName), ("EmailAddress", 255, contact => contact.EmailAddress),
        ("CompanyNumber", 50, contact => contact.CompanyNumber), ("TaxNumber", 50, contact => contact.TaxNumber),
    ];

    /// <summary>The name as Xero keeps it: no outer blanks, no double ones.</summary>
    public static string Normalise(string name) => Blanks().Replace(name.Trim(), " ");

    public static string NameTaken(string name) =>
        $"The contact name {name} is already assigned to another contact. The contact name must be unique across all active contacts.";

    public static void Check(BooksState state, EmulatedContact contact, EmulatedContact? before, EmulatorSwitches switches, Action<string> refuse)
    {
        if (contact.Name.Length == 0)
        {
            refuse("The contact name cannot be empty.");
        }

        if (contact.Name.AsSpan().IndexOfAny('<', '>') >= 0)
        {
            refuse("The contact name cannot contain the characters < or >.");
        }

        if (contact.IsActive && state.ContactNames.Find(contact.Name).Any(id => id != contact.Id)
            && (before is null || !string.Equals(before.Name, contact.Name, StringComparison.OrdinalIgnoreCase)))
        {
            refuse(NameTaken(contact.Name));
        }

        if (switches.ContactNumberIsUnique && contact.ContactNumber is { } number && before?.ContactNumber != number
            && state.ContactNumbers.Find(number).Any(id => id != contact.Id))
        {
            refuse($"The contact number {number} is already assigned to another contact. The contact number must be unique.");
        }

        if (contact.AccountNumber is { } account && before?.AccountNumber != account
            && state.Contacts.Values.Any(other => other.Id != contact.Id && other.IsActive && string.Equals(other.AccountNumber, account, StringComparison.OrdinalIgnoreCase)))
        {
            refuse("The Account Number already exists. Please enter a different Account Number.");
        }

        CheckDefaults(state, contact, before, refuse);
        CheckDetails(contact, refuse);
    }

    /// <summary>What new documents of the contact would take must exist; what was there before may stay.</summary>
    private static void CheckDefaults(BooksState state, EmulatedContact contact, EmulatedContact? before, Action<string> refuse)
    {
        if (contact.DefaultCurrency is { } currency && currency != before?.DefaultCurrency && !state.Currencies.ContainsKey(currency))
        {
            refuse($"Organisation is not subscribed to currency {currency}");
        }

        TaxTypeRule.Check(state, contact.AccountsReceivableTaxType, before?.AccountsReceivableTaxType, null, refuse);
        TaxTypeRule.Check(state, contact.AccountsPayableTaxType, before?.AccountsPayableTaxType, null, refuse);
        CheckAccount(state, contact.SalesDefaultAccountCode, before?.SalesDefaultAccountCode, refuse);
        CheckAccount(state, contact.PurchasesDefaultAccountCode, before?.PurchasesDefaultAccountCode, refuse);
    }

    private static void CheckAccount(BooksState state, string? code, string? before, Action<string> refuse)
    {
        if (code is not null && code != before && state.AccountByCode(code) is not { IsActive: true })
        {
            refuse($"Account code '{code}' is not a valid code for this contact.");
        }
    }

    private static void CheckDetails(EmulatedContact contact, Action<string> refuse)
    {
        foreach (var (name, length, value) in Lengths)
        {
            if (value(contact)?.Length > length)
            {
                refuse($"The field {name} must be a string with a maximum length of {length}.");
            }
        }

        if (contact.EmailAddress is { } email && !Email().IsMatch(email))
        {
            refuse("Email address must be valid.");
        }

        if (contact.ContactPersons.Count > 5)
        {
            refuse("A contact cannot have more than 5 contact persons.");
        }

        foreach (var address in contact.Addresses)
        {
            if (address.Country is { } country && country.Any(c => !char.IsLetter(c) && c is not (' ' or '-' or '\'' or '.' or '(' or ')' or ',')))
            {
                refuse("The country may hold letters only.");
            }

            CheckLength("Country", address.Country, 50, refuse);
            CheckLength("City", address.City, 255, refuse);
            CheckLength("Region", address.Region, 255, refuse);
            CheckLength("PostalCode", address.PostalCode, 50, refuse);
            foreach (var line in (string?[])[address.Line1, address.Line2, address.Line3, address.Line4])
            {
                CheckLength("AddressLine", line, 500, refuse);
            }

            CheckLength("AttentionTo", address.AttentionTo, 255, refuse);
        }

        foreach (var phone in contact.Phones)
        {
            CheckLength("PhoneNumber", phone.Number, 50, refuse);
            CheckLength("PhoneAreaCode", phone.AreaCode, 10, refuse);
            CheckLength("PhoneCountryCode", phone.CountryCode, 20, refuse);
        }
    }

    private static void CheckLength(string name, string? value, int length, Action<string> refuse)
    {
        if (value?.Length > length)
        {
            refuse($"The field {name} must be a string with a maximum length of {length}.");
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[\x21-\x3F\x41-\x7E]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();
}
