namespace Kompass.Accounting;

internal sealed class CreateContactsCall(IContactStore contacts, TimeProvider clock) : BatchCall<CreateContact, RemoteContact>
{
    public override DocumentKind? Kind => null;

    public override string NaturalKeyOf(CreateContact planned) => planned.Content.ContactNumber ?? planned.Content.Name!;

    public override string IdOf(RemoteContact record) => record.Id.Value;

    public override Task<IReadOnlyList<WriteResult<RemoteContact>>> InvokeAsync(
        RunState run,
        IReadOnlyList<CreateContact> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        contacts.CreateAsync(run.Connection, [.. batch.Select(planned => planned.Content)], key, cancellationToken);

    public override void Stored(RunState run, CreateContact planned, WriteResult<RemoteContact> result, Outcomes outcomes)
    {
        var contact = result.Record!;
        outcomes.ContactLinks.Add(new()
        {
            RemoteOrganisationId = run.OrganisationId,
            ClientId = planned.Client,
            RemoteContactId = contact.Id,
            Origin = LinkOrigin.Created,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = "sync",
            RecordHash = planned.RecordHash,
            SentName = planned.Content.Name,
        });
        outcomes.Contacts.Add(contact);
        outcomes.Release(planned.Record, RecordState.Synced, contact.Id.Value, null);
        outcomes.Count(counts => counts with { ContactsCreated = counts.ContactsCreated + 1 });
    }
}
