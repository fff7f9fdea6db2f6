using System.Runtime.CompilerServices;

namespace Kompass.Accounting.Tests;

/// <summary>
/// Contacts of one organisation in memory: unique active names, archived contacts refuse edits, an idempotency key answers once.
/// Calls are named <c>Contacts.Read</c>, <c>Contacts.Find</c>, <c>Contacts.Create</c> and <c>Contacts.Update</c>.
/// </summary>
internal sealed class FakeContactStore(FakeLedgerState ledger) : IContactStore
{
    private readonly Dictionary<RemoteContactId, RemoteContact> _contacts = [];
    private readonly Dictionary<IdempotencyKey, IReadOnlyList<WriteResult<RemoteContact>>> _answers = [];

    public FakeContactStore(TimeProvider clock)
        : this(new FakeLedgerState(clock))
    {
    }

    public FakeLedgerState Ledger => ledger;

    public int MaximumBatch { get; set; } = 50;

    /// <summary>Every contact, in the order of their creation.</summary>
    public IReadOnlyList<RemoteContact> Contacts => [.. _contacts.Values];

    /// <summary>From when on the last reading was asked for; null for all.</summary>
    public DateTimeOffset? LastChangedSince { get; private set; }

    /// <summary>Adds or replaces contacts as a bookkeeper does.</summary>
    public void Put(params IEnumerable<RemoteContact> contacts)
    {
        foreach (var contact in contacts)
        {
            _contacts[contact.Id] = contact;
        }
    }

    /// <summary>Loses a contact, which a ledger only does between organisations.</summary>
    public void Remove(RemoteContactId contact) => _contacts.Remove(contact);

    public async IAsyncEnumerable<RemoteContact> ReadAsync(
        RemoteConnection connection,
        DateTimeOffset? changedSince,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LastChangedSince = changedSince;
        var wanted = Contacts.Where(contact => changedSince is null || contact.UpdatedAt >= changedSince).ToList();
        ledger.Enter("Contacts.Read", wanted.Count);
        foreach (var contact in wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return contact;
        }

        ledger.Leave("Contacts.Read");
        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteConnection connection,
        IReadOnlyCollection<RemoteContactId> ids,
        CancellationToken cancellationToken)
    {
        ledger.Enter("Contacts.Find", ids.Count);
        IReadOnlyList<RemoteContact> found = [.. Contacts.Where(contact => ids.Contains(contact.Id))];
        ledger.Leave("Contacts.Find");
        return Task.FromResult(found);
    }

    public Task<IReadOnlyList<WriteResult<RemoteContact>>> CreateAsync(
        RemoteConnection connection,
        IReadOnlyList<ContactContent> contacts,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        WriteAsync("Contacts.Create", contacts, key, content =>
            content.Name is not { Length: > 0 } name
                ? Refused(RefusalKind.Other, "The contact name cannot be empty.")
                : Store(Merge(new() { Id = new(ledger.NewId()), Name = name, Status = ContactStatus.Active, UpdatedAt = default }, content)));

    public Task<IReadOnlyList<WriteResult<RemoteContact>>> UpdateAsync(
        RemoteConnection connection,
        IReadOnlyList<ContactUpdate> updates,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        WriteAsync("Contacts.Update", updates, key, update =>
            !_contacts.TryGetValue(update.Id, out var known) ? Refused(RefusalKind.NotFound, "The contact does not exist.")
            : known.Status != ContactStatus.Active ? Refused(RefusalKind.ContactArchived, "The contact is archived.")
            : Store(Merge(known, update.Content)));

    private static WriteResult<RemoteContact> Refused(RefusalKind kind, string message) => new(null, new(kind, [message]), []);

    private static RemoteContact Merge(RemoteContact contact, ContactContent content) => contact with
    {
        Name = content.Name ?? contact.Name,
        ContactNumber = content.ContactNumber ?? contact.ContactNumber,
        FirstName = content.FirstName ?? contact.FirstName,
        LastName = content.LastName ?? contact.LastName,
        EmailAddress = content.EmailAddress ?? contact.EmailAddress,
        PhoneNumber = content.PhoneNumber ?? contact.PhoneNumber,
        CompanyNumber = content.CompanyNumber ?? contact.CompanyNumber,
        TaxNumber = content.TaxNumber ?? contact.TaxNumber,
        Address = content.Address ?? contact.Address,
    };

    private Task<IReadOnlyList<WriteResult<RemoteContact>>> WriteAsync<T>(
        string name,
        IReadOnlyList<T> elements,
        IdempotencyKey key,
        Func<T, WriteResult<RemoteContact>> write)
    {
        ledger.Enter(name, elements.Count);
        Assert.InRange(elements.Count, 1, MaximumBatch);
        if (!_answers.TryGetValue(key, out var answer))
        {
            _answers[key] = answer = [.. elements.Select(write)];
        }

        ledger.Leave(name);
        return Task.FromResult(answer);
    }

    private WriteResult<RemoteContact> Store(RemoteContact contact)
    {
        if (Contacts.Any(other => other.Id != contact.Id && other.Status == ContactStatus.Active
            && string.Equals(other.Name.Trim(), contact.Name.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            return Refused(RefusalKind.NameTaken, $"The contact name {contact.Name} is already assigned to another contact.");
        }

        var stored = contact with { UpdatedAt = ledger.Clock.GetUtcNow() };
        _contacts[stored.Id] = stored;
        return new(stored, null, []);
    }
}
