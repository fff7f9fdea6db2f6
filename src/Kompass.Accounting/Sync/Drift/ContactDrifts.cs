namespace Kompass.Accounting;

/// <summary>
/// Says what was done in the ledger to linked contacts, and follows a contact that was merged into another one. Pure.
/// </summary>
internal static class ContactDrifts
{
    /// <summary>The links that are to be changed: another drift, or another contact. Most often none.</summary>
    public static IReadOnlyList<ContactDrift> Of(
        IReadOnlyDictionary<ClientId, ContactLink> links, IReadOnlyDictionary<RemoteContactId, RemoteContact> contacts, DateTimeOffset now)
    {
        var changed = new List<ContactDrift>();
        HashSet<RemoteContactId>? taken = null;
        foreach (var link in links.Values)
        {
            var contact = contacts.GetValueOrDefault(link.RemoteContactId);
            if (contact?.MergedInto is not null && Survivor(contact, contacts) is { } survivor)
            {
                taken ??= [.. links.Values.Select(other => other.RemoteContactId)];
                if (taken.Add(survivor.Id))
                {
                    changed.Add(new(link, Follow(link, contact, survivor, now)));
                    continue;
                }
            }

            var drift = Drift(link, contact, contacts);
            if (drift != link.Drift)
            {
                changed.Add(new(link, link with { Drift = drift }));
            }
        }

        return changed;
    }

    /// <summary>What is remembered, with the links as they are to be.</summary>
    public static Remembered Apply(Remembered remembered, IReadOnlyList<ContactDrift> drifts)
    {
        if (drifts.Count == 0)
        {
            return remembered;
        }

        var links = new Dictionary<ClientId, ContactLink>(remembered.ContactLinks);
        foreach (var drift in drifts)
        {
            links[drift.After.ClientId] = drift.After;
        }

        return remembered with { ContactLinks = links };
    }

    private static RemoteContact? Survivor(RemoteContact contact, IReadOnlyDictionary<RemoteContactId, RemoteContact> contacts)
    {
        // A chain of merges cannot be longer than there are contacts; one that bites its own tail ends nowhere.
        for (var step = 0; contact.MergedInto is { } next && step < contacts.Count; step++)
        {
            if (!contacts.TryGetValue(next, out var winner))
            {
                return null;
            }

            contact = winner;
        }

        return contact.IsUsable ? contact : null;
    }

    /// <summary>The contact that stayed is a person's: only its blanks are ever filled. What is in it already is not written again.</summary>
    private static ContactLink Follow(ContactLink link, RemoteContact merged, RemoteContact survivor, DateTimeOffset now) => new()
    {
        RemoteOrganisationId = link.RemoteOrganisationId,
        ClientId = link.ClientId,
        RemoteContactId = survivor.Id,
        Origin = LinkOrigin.Manual,
        CreatedAt = now,
        CreatedBy = "sync",
        RecordHash = link.RecordHash,
        Drift = DriftRemedies.Of(DriftKind.Merged, $"The contact '{merged.Name}' was merged into '{survivor.Name}' ({survivor.Id}), to which the client is linked now.")
            with
        { Remedy = "Nothing, if they are the same business; otherwise link the client to another contact." },
    };

    private static RecordDrift? Drift(ContactLink link, RemoteContact? contact, IReadOnlyDictionary<RemoteContactId, RemoteContact> contacts) => contact switch
    {
        null => DriftRemedies.Of(DriftKind.Deleted, $"The contact {link.RemoteContactId} is gone."),
        { MergedInto: { } into } => DriftRemedies.Of(
            DriftKind.Merged, $"The contact '{contact.Name}' was merged into '{contacts.GetValueOrDefault(into)?.Name}' ({into}), which is another client's or cannot be used."),
        { Status: not ContactStatus.Active } => DriftRemedies.Of(DriftKind.Archived, $"The contact '{contact.Name}' is archived."),
        _ when link.SentName is { } sent && sent != contact.Name => DriftRemedies.Of(DriftKind.Renamed, $"The contact is called '{contact.Name}' in the ledger; '{sent}' was sent."),
        _ when link.Drift is { Kind: DriftKind.Merged } => link.Drift,
        _ => null,
    };
}
