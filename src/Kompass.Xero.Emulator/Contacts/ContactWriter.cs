using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>Writes contacts as Xero shows them.</summary>
internal static class ContactWriter
{
    private static readonly EmulatedAddress[] NoAddresses = [new("STREET"), new("POBOX")];
    private static readonly EmulatedPhone[] NoPhones = [new("DDI"), new("DEFAULT"), new("FAX"), new("MOBILE")];

    public static void Write(Utf8JsonWriter writer, AccountingCall call, EmulatedContact contact, ContactForm form)
    {
        writer.WriteString("ContactID", contact.Id);
        if (form == ContactForm.Stub)
        {
            writer.WriteString("Name", contact.Name);
            foreach (var name in (ReadOnlySpan<string>)["Addresses", "Phones", "ContactGroups", "ContactPersons"])
            {
                writer.WriteEmptyArray(name);
            }

            writer.WriteBoolean("HasValidationErrors", false);
            return;
        }

        writer.WriteIfSet("ContactNumber", contact.ContactNumber);
        writer.WriteIfSet("AccountNumber", contact.AccountNumber);
        writer.WriteString("ContactStatus", contact.Status);
        writer.WriteString("Name", contact.Name);
        writer.WriteIfSet("FirstName", contact.FirstName);
        writer.WriteIfSet("LastName", contact.LastName);
        writer.WriteIfSet("CompanyNumber", contact.CompanyNumber);
        writer.WriteString("EmailAddress", contact.EmailAddress ?? "");
        writer.WriteString("BankAccountDetails", contact.BankAccountDetails ?? "");
        writer.WriteIfSet("TaxNumber", contact.TaxNumber);
        if (form != ContactForm.Summary)
        {
            WriteAddresses(writer, contact);
        }

        WritePhones(writer, contact);
        writer.WriteInstant("UpdatedDateUTC", contact.UpdatedDateUtc);
        if (form != ContactForm.Summary)
        {
            WriteDetails(writer, call, contact, form);
        }

        if (form is ContactForm.Full or ContactForm.Summary && contact.MergedToContactId is { } merged)
        {
            writer.WriteString("MergedToContactID", merged);
        }

        writer.WriteBoolean("HasAttachments", call.State.HasAttachments(contact.Id));
        writer.WriteBoolean("HasValidationErrors", false);
    }

    private static void WriteDetails(Utf8JsonWriter writer, AccountingCall call, EmulatedContact contact, ContactForm form)
    {
        var figures = call.State.Figures(call.Today).Of(contact.Id);
        writer.WriteEmptyArray("ContactGroups");
        writer.WriteBoolean("IsSupplier", contact.IsSupplier || figures.IsSupplier);
        writer.WriteBoolean("IsCustomer", contact.IsCustomer || figures.IsCustomer);
        writer.WriteIfSet("DefaultCurrency", contact.DefaultCurrency);
        writer.WriteEmptyArray("SalesTrackingCategories");
        writer.WriteEmptyArray("PurchasesTrackingCategories");
        writer.WriteStartArray("ContactPersons");
        foreach (var person in form == ContactForm.Subset ? [] : contact.ContactPersons)
        {
            writer.WriteStartObject();
            writer.WriteIfSet("FirstName", person.FirstName);
            writer.WriteIfSet("LastName", person.LastName);
            writer.WriteIfSet("EmailAddress", person.EmailAddress);
            writer.WriteBoolean("IncludeInEmails", person.IncludeInEmails);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (form != ContactForm.Full)
        {
            return;
        }

        writer.WriteIfSet("AccountsReceivableTaxType", contact.AccountsReceivableTaxType);
        writer.WriteIfSet("AccountsPayableTaxType", contact.AccountsPayableTaxType);
        writer.WriteIfSet("SalesDefaultAccountCode", contact.SalesDefaultAccountCode);
        writer.WriteIfSet("PurchasesDefaultAccountCode", contact.PurchasesDefaultAccountCode);
        writer.WriteIfSet("SalesDefaultLineAmountType", contact.SalesDefaultLineAmountType);
        writer.WriteIfSet("PurchasesDefaultLineAmountType", contact.PurchasesDefaultLineAmountType);
        WriteTerms(writer, contact);
        writer.WriteStartObject("Balances");
        WriteBalance(writer, "AccountsReceivable", figures.Receivable, figures.ReceivableOverdue);
        WriteBalance(writer, "AccountsPayable", figures.Payable, figures.PayableOverdue);
        writer.WriteEndObject();
    }

    private static void WriteBalance(Utf8JsonWriter writer, string name, decimal outstanding, decimal overdue)
    {
        writer.WriteStartObject(name);
        writer.WriteMoney("Outstanding", outstanding);
        writer.WriteMoney("Overdue", overdue);
        writer.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter writer, EmulatedContact contact)
    {
        if (contact.SalesTerms is null && contact.BillTerms is null)
        {
            return;
        }

        writer.WriteStartObject("PaymentTerms");
        foreach (var (name, terms) in (ReadOnlySpan<(string, string?)>)[("Bills", contact.BillTerms), ("Sales", contact.SalesTerms)])
        {
            if (terms?.Split(' ') is [var day, var type])
            {
                writer.WriteStartObject(name);
                writer.WriteNumber("Day", int.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteString("Type", type);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteAddresses(Utf8JsonWriter writer, EmulatedContact contact)
    {
        writer.WriteStartArray("Addresses");
        foreach (var blank in NoAddresses)
        {
            var address = contact.Addresses.Find(known => known.Type == blank.Type) ?? blank;
            writer.WriteStartObject();
            writer.WriteString("AddressType", address.Type);
            writer.WriteIfSet("AddressLine1", address.Line1);
            writer.WriteIfSet("AddressLine2", address.Line2);
            writer.WriteIfSet("AddressLine3", address.Line3);
            writer.WriteIfSet("AddressLine4", address.Line4);
            writer.WriteString("City", address.City ?? "");
            writer.WriteString("Region", address.Region ?? "");
            writer.WriteString("PostalCode", address.PostalCode ?? "");
            writer.WriteString("Country", address.Country ?? "");
            writer.WriteIfSet("AttentionTo", address.AttentionTo);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePhones(Utf8JsonWriter writer, EmulatedContact contact)
    {
        writer.WriteStartArray("Phones");
        foreach (var blank in NoPhones)
        {
            WritePhone(writer, contact.Phones.Find(known => known.Type == blank.Type) ?? blank);
        }

        foreach (var office in contact.Phones.Where(phone => phone.Type == "OFFICE"))
        {
            WritePhone(writer, office);
        }

        writer.WriteEndArray();
    }

    private static void WritePhone(Utf8JsonWriter writer, EmulatedPhone phone)
    {
        writer.WriteStartObject();
        writer.WriteString("PhoneType", phone.Type);
        writer.WriteString("PhoneNumber", phone.Number ?? "");
        writer.WriteString("PhoneAreaCode", phone.AreaCode ?? "");
        writer.WriteString("PhoneCountryCode", phone.CountryCode ?? "");
        writer.WriteEndObject();
    }
}
