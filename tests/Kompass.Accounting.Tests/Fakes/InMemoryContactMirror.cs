namespace Kompass.Accounting.Tests;

/// <summary>The mirror in memory: newer over older.</summary>
internal sealed class InMemoryContactMirror : IContactMirror
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(RemoteOrganisationId Organisation, RemoteContactId Contact), RemoteContact> _contacts = [];
    private readonly Dictionary<RemoteOrganisationId, DateTimeOffset> _watermarks = [];

    public int Saves { get; private set; }

    /// <summary>How often contacts were saved.</summary>
    public int Changes { get; private set; }

    public Task<DateTimeOffset?> GetWatermarkAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<DateTimeOffset?>(_watermarks.TryGetValue(organisation, out var watermark) ? watermark : null);
        }
    }

    public Task<IReadOnlyList<RemoteContact>> GetAllAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<RemoteContact>>(
                [.. _contacts.Where(entry => entry.Key.Organisation == organisation).Select(entry => entry.Value)]);
        }
    }

    public Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<RemoteContactId> contacts, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<RemoteContact>>(
                [.. _contacts.Where(entry => entry.Key.Organisation == organisation && contacts.Contains(entry.Key.Contact)).Select(entry => entry.Value)]);
        }
    }

    public async Task<IReadOnlyList<RemoteContact>> SearchAsync(
        RemoteOrganisationId organisation, string text, int maximum, CancellationToken cancellationToken) =>
    [
        .. (await GetAllAsync(organisation, cancellationToken))
            .Where(contact => contact.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || contact.Id.Value.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(contact => contact.Status)
            .ThenBy(contact => contact.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(contact => contact.Name, StringComparer.OrdinalIgnoreCase)
            .Take(maximum),
    ];

    public Task SaveAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RemoteContact> contacts,
        DateTimeOffset? watermark,
        CancellationToken cancellationToken)
    {
        Save(organisation, contacts, watermark);
        return Task.CompletedTask;
    }

    internal void Save(RemoteOrganisationId organisation, IReadOnlyCollection<RemoteContact> contacts, DateTimeOffset? watermark)
    {
        lock (_gate)
        {
            Saves++;
            Changes += contacts.Count > 0 ? 1 : 0;
            foreach (var contact in contacts)
            {
                if (!_contacts.TryGetValue((organisation, contact.Id), out var known) || known.UpdatedAt <= contact.UpdatedAt)
                {
                    _contacts[(organisation, contact.Id)] = contact;
                }
            }

            if (watermark is { } reached)
            {
                _watermarks[organisation] = reached;
            }
        }
    }
}
