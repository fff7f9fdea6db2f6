namespace Kompass.Accounting;

/// <summary>Pairs what would be sent with what people entered, and compares each pair. Pure.</summary>
internal static class ShadowRows
{
    public static IReadOnlyList<ShadowRow> Of(Observation observation, SyncPlan plan, LedgerDocuments ledger)
    {
        var planned = plan.Operations.OfType<CreateDocument>().ToDictionary(operation => operation.Invoice.Id);
        var holds = plan.Holds.ToDictionary(hold => hold.Record);
        var unsent = DocumentMatching.Unsent(observation).ToList();
        var pairs = Pair(observation, unsent, ledger);
        var rows = new List<ShadowRow>(unsent.Count);
        foreach (var invoice in unsent)
        {
            var hold = holds.GetValueOrDefault(RecordKey.Of(invoice.Id));
            var stored = pairs.GetValueOrDefault(invoice.Id);
            var differences = stored is null ? [] : Compare(observation, invoice, planned.GetValueOrDefault(invoice.Id), stored);
            rows.Add(new()
            {
                Title = invoice.Reference,
                Kind = DocumentKinds.Of(invoice.Kind)!.Value,
                Invoice = invoice,
                Document = stored,
                Hold = hold,
                Differences = differences,
                Status = stored is null ? (hold is null ? ShadowStatus.OnlyInKompass : ShadowStatus.Held)
                    : differences.Count == 0 ? ShadowStatus.Equal
                    : ShadowStatus.Differs,
            });
        }

        var entered = pairs.Values.Select(document => document.Id).ToHashSet();
        rows.AddRange(ledger.All
            .Where(document => !ChangeRules.IsWithdrawn(document) && !entered.Contains(document.Id))
            .Select(document => new ShadowRow
            {
                Title = document.Number ?? document.Narration ?? document.Id.Value,
                Kind = document.Kind,
                Document = document,
                Status = ShadowStatus.OnlyInLedger,
            }));
        return [.. rows.OrderBy(row => row.Status == ShadowStatus.Equal).ThenBy(row => row.Status).ThenBy(row => row.Title, StringComparer.Ordinal)];
    }

    /// <summary>The surest pairs first: what carries our marker, then equal numbers, then contact, date and total.</summary>
    private static Dictionary<InvoiceId, RemoteDocument> Pair(Observation observation, List<Invoice> unsent, LedgerDocuments ledger)
    {
        var pairs = new Dictionary<InvoiceId, RemoteDocument>();
        var taken = new HashSet<RemoteDocumentId>();
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var invoice in unsent.Where(invoice => !pairs.ContainsKey(invoice.Id)))
            {
                var kind = DocumentKinds.Of(invoice.Kind)!.Value;
                var (number, contact) = DocumentMatching.Address(observation, invoice);
                var found = (pass == 0 ? ledger.Marked(invoice, kind) : ledger.Alike(invoice, kind, number, contact))
                    .Where(document => !ChangeRules.IsWithdrawn(document) && !taken.Contains(document.Id))
                    .Where(document => pass != 1 || LedgerDocuments.SameNumber(number, document.Number))
                    .ToList();
                if (found is [var one])
                {
                    pairs[invoice.Id] = one;
                    taken.Add(one.Id);
                }
            }
        }

        return pairs;
    }

    private static List<DocumentDifference> Compare(Observation observation, Invoice invoice, CreateDocument? planned, RemoteDocument stored)
    {
        var (number, contact) = DocumentMatching.Address(observation, invoice);
        var differences = DocumentFacts.Differences(invoice, number, contact, stored).ConvertAll(entry => entry.Field == "contact"
            ? entry with { Kompass = Name(contact) ?? $"client {invoice.ClientId}", Ledger = Name(stored.ContactId) ?? entry.Ledger }
            : entry);
        if (stored.Kind == DocumentKind.Invoice && invoice.DueDate != stored.DueDate)
        {
            differences.Add(new("due date", DocumentFacts.Text(invoice.DueDate), DocumentFacts.Text(stored.DueDate)));
        }

        if (planned is not null)
        {
            differences.AddRange(CompareLines(planned.Content, stored));
        }

        return differences;

        string? Name(RemoteContactId? id) => id is { } known ? observation.Contacts.GetValueOrDefault(known)?.Name : null;
    }

    /// <summary>By account and tax rate, since nobody enters lines in our order.</summary>
    private static IEnumerable<DocumentDifference> CompareLines(DocumentContent sent, RemoteDocument stored)
    {
        var isGross = sent.LineAmountTypes == LineAmountTypes.Inclusive;
        var isStoredGross = stored.Kind != DocumentKind.Journal && stored.Vat != 0 && stored.Lines.Sum(line => line.LineAmount) == stored.Gross;
        var ours = Sum(sent.Lines.Select(line => (Account(line.AccountCode ?? line.AccountId), line.TaxType, Money.Round(line.Quantity * line.UnitAmount))));
        var theirs = Sum(stored.Lines.Select(line => (
            Account(line.AccountCode ?? line.AccountId),
            line.TaxType,
            line.LineAmount + (isGross == isStoredGross ? 0 : isGross ? line.TaxAmount : -line.TaxAmount))));
        return ours.Keys.Union(theirs.Keys)
            .Where(key => ours.GetValueOrDefault(key) != theirs.GetValueOrDefault(key))
            .OrderBy(key => key, StringComparer.Ordinal)
            .Select(key => new DocumentDifference(key, DocumentFacts.Text(ours.GetValueOrDefault(key)), DocumentFacts.Text(theirs.GetValueOrDefault(key))));

        string Account(string? code) => $"account {code ?? "(none)"}";

        Dictionary<string, decimal> Sum(IEnumerable<(string Account, string? TaxType, decimal Amount)> lines) => lines
            .GroupBy(line => sent.Kind == DocumentKind.Journal ? line.Account : $"{line.Account}, tax rate {line.TaxType ?? "(none)"}")
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Amount));
    }
}
