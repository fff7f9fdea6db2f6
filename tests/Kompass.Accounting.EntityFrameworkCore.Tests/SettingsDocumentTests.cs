using System.Text.Json;

namespace Kompass.Accounting.EntityFrameworkCore.Tests;

public sealed class SettingsDocumentTests
{
    private static readonly ConfigurationRow Row = new() { Id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), Version = 3, CreatedAt = 5 };

    [Fact]
    public void Deserialize_of_text_from_before_a_setting_existed_keeps_its_default()
    {
        var configuration = Read("""{"createdBy":"Ada","documents":{"invoiceStatus":"Draft"}}""");

        Assert.Equal(DocumentStatus.Draft, configuration.Documents.InvoiceStatus);
        Assert.Equal(DocumentStatus.Approved, configuration.Documents.JournalStatus);
        Assert.Equal("{reference}", configuration.Documents.NumberTemplate);
        Assert.Equal("{order}", configuration.Documents.ReferenceTemplate);
        Assert.Equal(ClientScope.All, configuration.Contacts.Scope);
        Assert.Empty(configuration.Contacts.LinkedFields);
        Assert.Empty(configuration.NotificationRecipients);
    }

    [Fact]
    public void Deserialize_of_text_with_a_setting_that_is_no_more_ignores_it()
    {
        Assert.Equal("Ada", Read("""{"createdBy":"Ada","gone":{"x":1}}""").CreatedBy);
    }

    [Fact]
    public void Serialize_writes_names_and_not_numbers()
    {
        var text = JsonSerializer.Serialize(
            new SettingsDocument { Modules = SyncModules.Clients | SyncModules.Invoices }, StoreJson.Default.SettingsDocument);

        Assert.Contains("\"modules\":\"Clients, Invoices\"", text, StringComparison.Ordinal);
        Assert.Contains("\"invoiceStatus\":\"Approved\"", text, StringComparison.Ordinal);
    }

    private static SyncConfiguration Read(string text) =>
        JsonSerializer.Deserialize(text, StoreJson.Default.SettingsDocument)!.ToRecord(Row, [new("k1")]);
}
