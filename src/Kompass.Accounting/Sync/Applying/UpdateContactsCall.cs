namespace Kompass.Accounting;

internal sealed class UpdateContactsCall(IContactStore contacts) : BatchCall<UpdateContact, RemoteContact>
{
    public override DocumentKind? Kind => null;

    /// <summary>The name that is sent: by it a name of ours is told from one that a person gave, should the answer be lost.</summary>
    public override string NaturalKeyOf(UpdateContact planned) => planned.Content.Name ?? planned.Link.RemoteContactId.Value;

    public override string RemoteIdOf(RunState run, UpdateContact planned) => planned.Link.RemoteContactId.Value;

    public override string IdOf(RemoteContact record) => record.Id.Value;

    public override Task<IReadOnlyList<WriteResult<RemoteContact>>> InvokeAsync(
        RunState run,
        IReadOnlyList<UpdateContact> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        contacts.UpdateAsync(
            run.Connection,
            [.. batch.Select(planned => new ContactUpdate(planned.Observed, planned.Content))],
            key,
            cancellationToken);

    public override void Stored(RunState run, UpdateContact planned, WriteResult<RemoteContact> result, Outcomes outcomes)
    {
        var contact = result.Record!;
        outcomes.ContactLinks.Add(planned.Link with
        {
            RecordHash = planned.RecordHash,
            SentName = planned.Content.Name ?? planned.Link.SentName,
        });
        outcomes.Contacts.Add(contact);
        outcomes.Release(planned.Record, RecordState.Synced, contact.Id.Value, null);
        outcomes.Count(counts => counts with { ContactsUpdated = counts.ContactsUpdated + 1 });
    }
}
