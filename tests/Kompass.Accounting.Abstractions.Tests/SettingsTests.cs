namespace Kompass.Accounting.Abstractions.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(LinkOrigin.Created, FieldPolicy.KompassWins)]
    [InlineData(LinkOrigin.Reconciled, FieldPolicy.FillBlanks)]
    public void PolicyFor_a_field_left_alone_depends_on_who_made_the_contact(LinkOrigin origin, FieldPolicy expected) =>
        Assert.Equal(expected, new ContactSettings().PolicyFor(ContactField.EmailAddress, origin));

    [Fact]
    public void PolicyFor_a_field_that_was_set_is_as_set()
    {
        var settings = new ContactSettings
        {
            LinkedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.EmailAddress] = FieldPolicy.Never },
            CreatedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.EmailAddress] = FieldPolicy.FillBlanks },
        };
        Assert.Equal(FieldPolicy.Never, settings.PolicyFor(ContactField.EmailAddress, LinkOrigin.Reconciled));
        Assert.Equal(FieldPolicy.FillBlanks, settings.PolicyFor(ContactField.EmailAddress, LinkOrigin.Created));
        Assert.Equal(FieldPolicy.FillBlanks, settings.PolicyFor(ContactField.PhoneNumber, LinkOrigin.Reconciled));
    }

    [Fact]
    public void StatusFor_each_kind_is_its_own()
    {
        var settings = new DocumentSettings { InvoiceStatus = DocumentStatus.Draft, CreditNoteStatus = DocumentStatus.Approved, JournalStatus = DocumentStatus.Draft };
        Assert.Equal(DocumentStatus.Draft, settings.StatusFor(DocumentKind.Invoice));
        Assert.Equal(DocumentStatus.Approved, settings.StatusFor(DocumentKind.CreditNote));
        Assert.Equal(DocumentStatus.Draft, settings.StatusFor(DocumentKind.Journal));
    }

    [Fact]
    public void Columns_of_a_provider_carry_its_key()
    {
        var provider = new ProviderDescriptor("ledger", "The Ledger");
        Assert.Equal(("ledger_uuid", "ledger_name"), (provider.ContactIdColumn, provider.ContactNameColumn));
    }
}
