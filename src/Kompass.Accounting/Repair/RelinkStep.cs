namespace Kompass.Accounting;

/// <summary>Links a record to another contact or document, which is read and checked first.</summary>
internal sealed class RelinkStep(
    IReadOnlyDictionary<RecordKey, RecordRelink> wanted,
    KompassLookup kompass,
    IContactStore contacts,
    IDocumentStore documents,
    ProviderDescriptor provider) : RepairStep
{
    public override AuditAction Action => AuditAction.Relink;

    public override async Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        var current = await kompass.FindAsync(scene, record, cancellationToken);
        if (!current.IsListed)
        {
            return RepairDecision.Refuse($"Kompass does not list {record}. Copy the id from Kompass.");
        }

        return record.Kind == RecordKind.Client
            ? await RelinkClientAsync(scene, new(record.Id), wanted[record], cancellationToken)
            : await RelinkDocumentAsync(scene, current.Invoice!, wanted[record], cancellationToken);
    }

    private async Task<RepairDecision> RelinkClientAsync(RepairScene scene, ClientId client, RecordRelink relink, CancellationToken cancellationToken)
    {
        var found = RemoteContactId.TryParse(relink.RemoteId, out var id) ? await contacts.FindAsync(scene.Connection, [id], cancellationToken) : [];
        if (found is not [var contact, ..])
        {
            return RepairDecision.Refuse($"Contact '{relink.RemoteId}' does not exist in {scene.Connection.OrganisationName}. Copy its id from {provider.DisplayName}.");
        }

        if (!contact.IsUsable)
        {
            return RepairDecision.Refuse(ContactState.Refusal(contact, provider));
        }

        var standing = scene.ContactLinks.GetValueOrDefault(client);
        var others = scene.ContactLinks.Values.Where(link => link.RemoteContactId == contact.Id && link.ClientId != client).ToList();
        if (standing?.RemoteContactId == contact.Id && (others.Count == 0 || standing.IsShared))
        {
            return RepairDecision.Refuse($"The client is linked to contact '{contact.Name}' already.");
        }

        if (others.Count > 0 && !relink.AllowShared)
        {
            return RepairDecision.Refuse(
                $"Contact '{contact.Name}' is linked to client {string.Join(" and ", others.Select(link => link.ClientId))}. "
                + "Unlink that client first, or allow the clients to share the contact.");
        }

        var outcomes = new Outcomes();
        if (standing is not null)
        {
            outcomes.RemovedContactLinks.Add(client);
        }

        outcomes.ContactLinks.AddRange(others.Where(link => !link.IsShared).Select(link => link with { IsShared = true }));
        outcomes.ContactLinks.Add(new()
        {
            RemoteOrganisationId = scene.OrganisationId,
            ClientId = client,
            RemoteContactId = contact.Id,
            Origin = LinkOrigin.Manual,
            CreatedAt = scene.Now,
            CreatedBy = scene.Order.Actor,
            IsShared = others.Count > 0,
        });
        outcomes.Contacts.Add(contact);
        outcomes.Release(RecordKey.Of(client), RecordState.Synced, contact.Id.Value, null);
        return RepairDecision.Do(
            outcomes,
            $"The client is linked to contact '{contact.Name}'{(others.Count > 0 ? ", which several clients share now" : string.Empty)}. Documents that were sent stay where they are.",
            $"linked to contact {contact.Id}{(others.Count > 0 ? ", shared" : string.Empty)}");
    }

    private async Task<RepairDecision> RelinkDocumentAsync(RepairScene scene, Invoice invoice, RecordRelink relink, CancellationToken cancellationToken)
    {
        if (DocumentKinds.Of(invoice.Kind) is not { } kind)
        {
            return RepairDecision.Refuse("The record comes to nothing, so no document can stand for it.");
        }

        var found = RemoteDocumentId.TryParse(relink.RemoteId, out var id) ? await documents.FindAsync(scene.Connection, kind, [id], cancellationToken) : [];
        if (found is not [var document, ..])
        {
            return RepairDecision.Refuse(
                $"There is no {DocumentAgreement.Words(kind)} with the id '{relink.RemoteId}' in {scene.Connection.OrganisationName}. Copy its id from {provider.DisplayName}.");
        }

        var standing = scene.DocumentLinks.GetValueOrDefault(invoice.Id);
        if (standing?.RemoteDocumentId == document.Id)
        {
            return RepairDecision.Refuse("The record is linked to that document already.");
        }

        if (scene.DocumentLinks.Values.FirstOrDefault(link => link.RemoteDocumentId == document.Id) is { } other)
        {
            return RepairDecision.Refuse($"The document is linked to invoice {other.InvoiceId} already. Unlink that one first.");
        }

        var contact = invoice.ClientId is { } client ? scene.ContactLinks.GetValueOrDefault(client) : null;
        var differences = DocumentAgreement.Differences(invoice, document, contact?.RemoteContactId);
        if (differences.Count > 0)
        {
            return RepairDecision.Refuse($"The document does not agree with Kompass: {string.Join("; ", differences)}.");
        }

        var outcomes = new Outcomes();
        if (standing is not null)
        {
            outcomes.RemovedDocumentLinks.Add(invoice.Id);
        }

        outcomes.DocumentLinks.Add(AdoptedLinks.For(scene.OrganisationId, invoice, document, scene.Now));
        outcomes.Unskipped.Add(RecordKey.Of(invoice.Id));
        outcomes.Release(RecordKey.Of(invoice.Id), RecordState.Synced, document.Id.Value, document.Number);
        var left = standing is null ? string.Empty : $" Document {DocumentNames.Of(standing)} is linked to nothing now: void it there if it is a second copy.";
        return RepairDecision.Do(outcomes, $"The record is linked to document {DocumentNames.Of(document)}.{left}", $"linked to document {document.Id}");
    }
}
