using System.Collections.Concurrent;

namespace Kompass.Xero.AspNetCore;

/// <summary>Where a record stands among Xero's own pages. Thread-safe.</summary>
internal sealed class XeroAddresses(ILedgerCatalogue ledger)
{
    private const string Site = "https://go.xero.com";

    // A short code never changes; without it Xero shows the organisation that the person had open last.
    private readonly ConcurrentDictionary<RemoteOrganisationId, string> _shortCodes = new();

    public Task<string> ContactAsync(RemoteConnection connection, RemoteContactId contact, CancellationToken cancellationToken) =>
        PageAsync(connection, $"/Contacts/View/{Uri.EscapeDataString(contact.Value)}", cancellationToken);

    public Task<string> DocumentAsync(RemoteConnection connection, DocumentKind kind, RemoteDocumentId document, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(document.Value);
        return PageAsync(
            connection,
            kind switch
            {
                DocumentKind.CreditNote => $"/AccountsReceivable/ViewCreditNote.aspx?creditNoteID={id}",
                DocumentKind.Journal => $"/Journal/View.aspx?invoiceID={id}",
                _ => $"/AccountsReceivable/View.aspx?InvoiceID={id}",
            },
            cancellationToken);
    }

    private async Task<string> PageAsync(RemoteConnection connection, string page, CancellationToken cancellationToken)
    {
        return await ShortCodeAsync(connection, cancellationToken) is { Length: > 0 } code
            ? $"{Site}/organisationlogin/default.aspx?shortcode={Uri.EscapeDataString(code)}&redirecturl={page}"
            : Site + page;
    }

    private async Task<string?> ShortCodeAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (_shortCodes.TryGetValue(connection.OrganisationId, out var known))
        {
            return known;
        }

        try
        {
            var code = (await ledger.GetOrganisationAsync(connection, cancellationToken)).ShortCode ?? "";
            return _shortCodes[connection.OrganisationId] = code;
        }
        catch (RemoteLedgerException)
        {
            return null;
        }
    }
}
