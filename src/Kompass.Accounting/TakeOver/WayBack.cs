namespace Kompass.Accounting;

/// <summary>What of an import can be removed again, and what was used since. Pure.</summary>
internal sealed class WayBack
{
    public WayBack(
        TakeOverImport import,
        IReadOnlyList<ContactLink> contacts,
        IReadOnlyList<DocumentLink> documents,
        IReadOnlyList<CodeMapping> mappings)
    {
        var current = documents.ToDictionary(link => link.InvoiceId);
        foreach (var added in import.Documents)
        {
            if (!current.TryGetValue(added.InvoiceId, out var link))
            {
                continue;
            }

            if (IsUntouched(added, link))
            {
                Documents.Add(added.InvoiceId);
            }
            else
            {
                Stays.Add($"Document {added.Number ?? added.InvoiceId.Value} stays linked: a sync has written it since.");
            }
        }

        var removed = Documents.ToHashSet();
        var left = documents.Where(link => !removed.Contains(link.InvoiceId)).ToList();
        var users = left.Where(link => link.ClientId is not null).ToLookup(link => link.ClientId!.Value);
        var clients = contacts.ToDictionary(link => link.ClientId);
        foreach (var added in import.Contacts)
        {
            if (!clients.TryGetValue(added.ClientId, out var link) || link.RemoteContactId != added.RemoteContactId)
            {
                continue;
            }

            if (users[added.ClientId].FirstOrDefault() is { } user)
            {
                Stays.Add($"Client {added.ClientId} stays linked: document {user.Number ?? user.InvoiceId.Value} names its contact.");
            }
            else if (link.RecordHash != added.RecordHash || link.SentName != added.SentName)
            {
                Stays.Add($"Client {added.ClientId} stays linked: a sync has compared or written its contact since.");
            }
            else
            {
                Contacts.Add(added.ClientId);
            }
        }

        var sentSince = left.FirstOrDefault(link => link.CreatedAt > import.CreatedAt);
        foreach (var added in import.Mappings.Where(mappings.Contains))
        {
            if (sentSince is null)
            {
                Mappings.Add(added);
            }
            else
            {
                Stays.Add($"The mapping of {added.Kind} '{added.KompassCode}' stays: documents were sent since, such as {sentSince.Number ?? sentSince.InvoiceId.Value}.");
            }
        }
    }

    public List<ClientId> Contacts { get; } = [];

    public List<InvoiceId> Documents { get; } = [];

    public List<CodeMapping> Mappings { get; } = [];

    public List<string> Stays { get; } = [];

    private static bool IsUntouched(DocumentLink added, DocumentLink link) =>
        (link.RemoteDocumentId, link.RecordHash, link.IsVoided, link.AllocatedTo) == (added.RemoteDocumentId, added.RecordHash, added.IsVoided, added.AllocatedTo);
}
