namespace Kompass.Accounting;

/// <summary>Documents that an earlier integration sent, checked. Pure.</summary>
internal static class DocumentRows
{
    public static DocumentKind? KindOf(string text) => Plain(text) switch
    {
        "invoice" => DocumentKind.Invoice,
        "creditnote" => DocumentKind.CreditNote,
        "journal" or "manualjournal" => DocumentKind.Journal,
        _ => null,
    };

    /// <summary>A word as people write it: without blanks, hyphens and underscores, in small letters.</summary>
    public static string Plain(string text) => new([.. text.Where(char.IsLetter).Select(char.ToLowerInvariant)]);

    public static void Read(
        TakeOverDraft draft,
        TableFile file,
        string idColumn,
        IReadOnlyDictionary<InvoiceId, Invoice> invoices,
        IEnumerable<RemoteDocument> documents,
        ProviderDescriptor provider)
    {
        var byId = documents.ToDictionary(document => (document.Kind, document.Id.Value.ToUpperInvariant()));
        var owners = draft.DocumentLinks.Values.ToDictionary(link => link.RemoteDocumentId, link => link.InvoiceId);
        foreach (var row in file.Rows)
        {
            var id = new InvoiceId(row[TakeOverColumns.KompassId]);
            var kind = KindOf(row[TakeOverColumns.Kind]);
            if (kind is null)
            {
                file.Add(row.Line, TakeOverColumns.Kind, $"'{row[TakeOverColumns.Kind]}' is no kind of document. Write invoice, credit note or journal.");
            }
            else if (!invoices.TryGetValue(id, out var invoice))
            {
                file.Add(row.Line, TakeOverColumns.KompassId, $"Document '{id}' does not exist in the organisations of this configuration.");
            }
            else if (DocumentKinds.Of(invoice.Kind) != kind)
            {
                file.Add(row.Line, TakeOverColumns.Kind, $"Document {invoice.Reference} is not a document of the kind {kind}: its net amount in Kompass is {DocumentFacts.Text(invoice.Net)}.");
            }
            else if (!byId.TryGetValue((kind.Value, row[idColumn].ToUpperInvariant()), out var stored))
            {
                file.Add(row.Line, idColumn, $"No document of the kind {kind} has the id '{row[idColumn]}' in {provider.DisplayName}.");
            }
            else if (draft.DocumentLinks.TryGetValue(id, out var standing))
            {
                if (standing.RemoteDocumentId != stored.Id || draft.NewDocuments.Contains(standing))
                {
                    file.Add(row.Line, TakeOverColumns.KompassId, $"Document {invoice.Reference} is linked to document {standing.RemoteDocumentId} already, or named twice.");
                }
                else
                {
                    draft.AlreadyThere++;
                }
            }
            else if (owners.TryGetValue(stored.Id, out var owner))
            {
                file.Add(row.Line, idColumn, $"Document {stored.Id} is linked to document '{owner}' of Kompass already, or named twice.");
            }
            else if (Problem(draft, row, invoice, stored) is { } problem)
            {
                file.Add(row.Line, null, $"Document {invoice.Reference} is not document {stored.Id}: {problem}.");
            }
            else
            {
                owners[stored.Id] = id;
                if (stored.Number is not null && !LedgerDocuments.SameNumber(invoice.Reference, stored.Number))
                {
                    draft.Warnings.Add(new(
                        "documents",
                        row.Line,
                        TakeOverColumns.Number,
                        $"Document {invoice.Reference} is number {stored.Number} in the ledger: it is linked, but held once it changes in Kompass, since a number is never changed."));
                }

                draft.Add(AdoptedLinks.For(draft.OrganisationId, invoice, stored, draft.Now));
            }
        }
    }

    private static string? Problem(TakeOverDraft draft, TableRow row, Invoice invoice, RemoteDocument stored)
    {
        if (ChangeRules.IsWithdrawn(stored))
        {
            return "that one was voided or deleted";
        }

        if (row[TakeOverColumns.Number] is { Length: > 0 } number && stored.Number is not null && !LedgerDocuments.SameNumber(number, stored.Number))
        {
            return $"number: {number} in the file, {stored.Number} in the ledger";
        }

        var contact = invoice.ClientId is { } client && draft.ContactLinks.TryGetValue(client, out var link) ? link.RemoteContactId : (RemoteContactId?)null;
        var differences = DocumentFacts.Differences(invoice, stored.Number, contact, stored).Where(entry => entry.Field != "date").ToList();
        if (stored.Kind == DocumentKind.Journal && !LedgerDocuments.SameAmounts(invoice, stored))
        {
            differences.Add(new("amounts", "those of its allocations", "others"));
        }

        return differences.Count == 0 ? null : string.Join("; ", differences);
    }
}
