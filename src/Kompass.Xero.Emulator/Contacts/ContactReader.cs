using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Applies what was sent to a contact: omitted members stay, empty ones clear, arrays replace.</summary>
internal static class ContactReader
{
    public static EmulatedContact Apply(JsonObject sent, EmulatedContact contact, AccountingCall call, Action<string> refuse) => contact with
    {
        Name = sent.Sent("Name") ? ContactRules.Normalise(sent.Text("Name")!) : contact.Name,
        Status = Status(sent, contact, refuse),
        ContactNumber = sent.TextOr("ContactNumber", contact.ContactNumber),
        AccountNumber = sent.TextOr("AccountNumber", contact.AccountNumber),
        FirstName = sent.TextOr("FirstName", contact.FirstName),
        LastName = sent.TextOr("LastName", contact.LastName),
        EmailAddress = sent.TextOr("EmailAddress", contact.EmailAddress),
        CompanyNumber = sent.TextOr("CompanyNumber", contact.CompanyNumber),
        TaxNumber = sent.TextOr("TaxNumber", contact.TaxNumber),
        BankAccountDetails = sent.TextOr("BankAccountDetails", contact.BankAccountDetails),
        DefaultCurrency = sent.TextOr("DefaultCurrency", contact.DefaultCurrency)?.ToUpperInvariant(),
        SalesDefaultAccountCode = sent.TextOr("SalesDefaultAccountCode", contact.SalesDefaultAccountCode),
        PurchasesDefaultAccountCode = sent.TextOr("PurchasesDefaultAccountCode", contact.PurchasesDefaultAccountCode),
        AccountsReceivableTaxType = sent.TextOr("AccountsReceivableTaxType", contact.AccountsReceivableTaxType),
        AccountsPayableTaxType = sent.TextOr("AccountsPayableTaxType", contact.AccountsPayableTaxType),
        SalesDefaultLineAmountType = AmountType(sent, "SalesDefaultLineAmountType", contact.SalesDefaultLineAmountType, refuse),
        PurchasesDefaultLineAmountType = AmountType(sent, "PurchasesDefaultLineAmountType", contact.PurchasesDefaultLineAmountType, refuse),
        SalesTerms = Terms(sent, "Sales", contact.SalesTerms, refuse),
        BillTerms = Terms(sent, "Bills", contact.BillTerms, refuse),
        Addresses = Addresses(sent, contact, call.Switches, refuse),
        Phones = Phones(sent, contact, call.Switches, refuse),
        ContactPersons = sent.Children("ContactPersons") is { } people ? [.. people.Select(Person)] : contact.ContactPersons,
        UpdatedDateUtc = call.Now,
    };

    private static string Status(JsonObject sent, EmulatedContact contact, Action<string> refuse)
    {
        var status = sent.Text("ContactStatus")?.ToUpperInvariant();
        if (status is null or "ACTIVE" or "ARCHIVED" or "GDPRREQUEST")
        {
            return status ?? contact.Status;
        }

        refuse($"The contact status {status} is not valid.");
        return contact.Status;
    }

    private static string? AmountType(JsonObject sent, string name, string? kept, Action<string> refuse)
    {
        var type = sent.TextOr(name, kept)?.ToUpperInvariant();
        if (type is null or "INCLUSIVE" or "EXCLUSIVE" or "NONE")
        {
            return type;
        }

        refuse($"{name} must be INCLUSIVE, EXCLUSIVE or NONE.");
        return kept;
    }

    private static string? Terms(JsonObject sent, string side, string? kept, Action<string> refuse)
    {
        if (sent.Child("PaymentTerms")?.Child(side) is not { } terms || !(terms.Sent("Day") || terms.Sent("Type")))
        {
            return kept;
        }

        var type = terms.Text("Type")?.ToUpperInvariant() ?? "";
        if (type is not ("DAYSAFTERBILLDATE" or "DAYSAFTERBILLMONTH" or "OFCURRENTMONTH" or "OFFOLLOWINGMONTH"))
        {
            refuse($"The payment term {type} is not valid.");
            return kept;
        }

        // A day of a month; the specification says 0 to 31 of all four.
        if (terms.Number("Day") is not ({ } day and >= 0 and <= 31) || day != Math.Truncate(day))
        {
            refuse("The day of a payment term must be a whole number from 0 to 31.");
            return kept;
        }

        return $"{((int)day).ToString(CultureInfo.InvariantCulture)} {type}";
    }

    private static ImmutableList<EmulatedAddress> Addresses(JsonObject sent, EmulatedContact contact, EmulatorSwitches switches, Action<string> refuse)
    {
        var addresses = switches.AddressesAndPhonesAreMerged || !sent.Sent("Addresses") ? contact.Addresses : [];
        foreach (var child in sent.Children("Addresses") ?? [])
        {
            var type = child.Text("AddressType")?.ToUpperInvariant() ?? "";
            if (type is not ("STREET" or "POBOX"))
            {
                refuse($"The address type {type} is not valid.");
                continue;
            }

            var old = addresses.Find(address => address.Type == type);
            var merged = Address(child, old ?? new EmulatedAddress(type));
            addresses = old is null ? addresses.Add(merged) : addresses.Replace(old, merged);
        }

        return addresses;
    }

    private static EmulatedAddress Address(JsonObject sent, EmulatedAddress address) => address with
    {
        Line1 = sent.TextOr("AddressLine1", address.Line1),
        Line2 = sent.TextOr("AddressLine2", address.Line2),
        Line3 = sent.TextOr("AddressLine3", address.Line3),
        Line4 = sent.TextOr("AddressLine4", address.Line4),
        City = sent.TextOr("City", address.City),
        Region = sent.TextOr("Region", address.Region),
        PostalCode = sent.TextOr("PostalCode", address.PostalCode),
        Country = sent.TextOr("Country", address.Country),
        AttentionTo = sent.TextOr("AttentionTo", address.AttentionTo),
    };

    private static ImmutableList<EmulatedPhone> Phones(JsonObject sent, EmulatedContact contact, EmulatorSwitches switches, Action<string> refuse)
    {
        var phones = switches.AddressesAndPhonesAreMerged || !sent.Sent("Phones") ? contact.Phones : [];
        foreach (var child in sent.Children("Phones") ?? [])
        {
            var type = child.Text("PhoneType")?.ToUpperInvariant() ?? "";
            if (type is not ("DEFAULT" or "DDI" or "MOBILE" or "FAX" or "OFFICE"))
            {
                refuse($"The phone type {type} is not valid.");
                continue;
            }

            var old = phones.Find(phone => phone.Type == type);
            var merged = new EmulatedPhone(
                type,
                child.TextOr("PhoneNumber", old?.Number),
                child.TextOr("PhoneAreaCode", old?.AreaCode),
                child.TextOr("PhoneCountryCode", old?.CountryCode));
            phones = old is null ? phones.Add(merged) : phones.Replace(old, merged);
        }

        return phones;
    }

    private static EmulatedContactPerson Person(JsonObject sent) => new(
        sent.Text("FirstName"), sent.Text("LastName"), sent.Text("EmailAddress"), sent.Flag("IncludeInEmails") ?? false);
}
