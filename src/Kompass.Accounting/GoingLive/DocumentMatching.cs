namespace Kompass.Accounting;

/// <summary>Decides of each document that was never sent whether the ledger has it already. Pure.</summary>
internal static class DocumentMatching
{
    public static IReadOnlyList<DocumentFinding> Decide(Observation observation, LedgerDocuments ledger)
    {
        var findings = Unsent(observation).Select(invoice => Decide(observation, ledger, invoice)).ToList();
        var claims = findings
            .Where(finding => finding.Fate == DocumentFate.Link)
            .GroupBy(finding => finding.Candidates[0].Id)
            .Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => string.Join(" and ", group.Select(finding => finding.Invoice.Reference)));
        return
        [
            .. findings
                .Select(finding => finding.Fate == DocumentFate.Link && claims.TryGetValue(finding.Candidates[0].Id, out var claimants)
                    ? finding with
                    {
                        Fate = DocumentFate.Hold,
                        Reason = $"Document {DocumentNames.Of(finding.Candidates[0])} in the ledger may be any of {claimants}. {SideBySide(finding, finding.Candidates[0])}",
                    }
                    : finding)
                .OrderByDescending(finding => finding.Fate),
        ];
    }

    /// <summary>The documents that a sync would send, held ones included: what holds one may end before anybody compares again.</summary>
    public static IEnumerable<Invoice> Unsent(Observation observation) =>
        observation.Invoices
            .Select(item => item.Record)
            .OfType<Invoice>()
            .Where(invoice => !observation.DocumentLinks.ContainsKey(invoice.Id)
                && DocumentKinds.Of(invoice.Kind) is not null
                && Sendable.WhyNot(invoice, observation.Configuration) is null);

    public static (string? Number, RemoteContactId? Contact) Address(Observation observation, Invoice invoice)
    {
        var kind = DocumentKinds.Of(invoice.Kind);
        if (kind == DocumentKind.Journal)
        {
            return (null, null);
        }

        var number = Templates.Fill(observation.Configuration.Documents.NumberTemplate, invoice);
        var contact = invoice.ClientId is { } client && observation.ContactLinks.TryGetValue(client, out var link)
            ? link.RemoteContactId
            : (RemoteContactId?)null;
        return (number.Length == 0 ? null : number, contact);
    }

    private static DocumentFinding Decide(Observation observation, LedgerDocuments ledger, Invoice invoice)
    {
        var kind = DocumentKinds.Of(invoice.Kind)!.Value;
        var (number, contact) = Address(observation, invoice);
        var finding = new DocumentFinding
        {
            Invoice = invoice,
            Kind = kind,
            Number = number,
            ContactId = contact,
            Fate = DocumentFate.Create,
            Reason = "Nothing in the ledger has its number, or its contact, date and total.",
        };

        if (observation.Unsettled.ContainsKey(RecordKey.Of(invoice.Id)))
        {
            return finding with { Fate = DocumentFate.Hold, Reason = "It is not known yet whether an earlier attempt to send it took effect." };
        }

        return ledger.Marked(invoice, kind).ToList() is { Count: > 0 } marked
            ? OfMarked(finding, marked)
            : OfAlike(finding, ledger.Alike(invoice, kind, number, contact));
    }

    private static DocumentFinding OfMarked(DocumentFinding finding, List<RemoteDocument> marked) => marked is [var one]
        ? finding with
        {
            Fate = DocumentFate.Link,
            Reason = $"Document {DocumentNames.Of(one)} carries our marker.",
            Candidates = marked,
            Differences = DocumentFacts.Differences(finding.Invoice, finding.Number, finding.ContactId, one),
        }
        : finding with
        {
            Fate = DocumentFate.Hold,
            Reason = $"{marked.Count} documents in the ledger carry its marker: {Ids(marked)}.",
            Candidates = marked,
        };

    private static DocumentFinding OfAlike(DocumentFinding finding, IReadOnlyList<RemoteDocument> alike)
    {
        switch (alike)
        {
            case []:
                return finding;
            case [var one] when finding.Kind == DocumentKind.Journal:
                return Held(finding, alike, $"Journal {one.Id} in the ledger has the same date and amounts, and not our marker: '{one.Narration}'.");
            case [var one] when ChangeRules.IsWithdrawn(one):
                return Held(finding, alike, $"Its number belongs to a document that was voided in the ledger. {SideBySide(finding, one)}");
            case [var one]:
                var differences = DocumentFacts.Differences(finding.Invoice, finding.Number, finding.ContactId, one);
                return differences.Count == 0
                    ? finding with
                    {
                        Fate = DocumentFate.Link,
                        Reason = $"Document {DocumentNames.Of(one)} agrees in number, contact, date, currency and totals.",
                        Candidates = alike,
                    }
                    : Held(finding, alike, $"It may be in the ledger already; {string.Join(" and ", differences.Select(entry => entry.Field))} differ. {SideBySide(finding, one)}");
            default:
                return Held(finding, alike, $"{alike.Count} documents in the ledger may be it: {Ids(alike)}. {SideBySide(finding, alike[0])}");
        }
    }

    private static DocumentFinding Held(DocumentFinding finding, IReadOnlyList<RemoteDocument> candidates, string reason) =>
        finding with { Fate = DocumentFate.Hold, Reason = reason, Candidates = candidates };

    private static string SideBySide(DocumentFinding finding, RemoteDocument stored) =>
        DocumentFacts.SideBySide(finding.Invoice, finding.Number, finding.ContactId, stored);

    private static string Ids(IEnumerable<RemoteDocument> documents) => string.Join(", ", documents.Select(document => document.Id));
}
