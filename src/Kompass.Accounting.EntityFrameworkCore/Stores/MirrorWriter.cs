using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class MirrorWriter
{
    /// <summary>Tracks contacts for saving, newer over older; of several states of one contact the newest counts.</summary>
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RemoteContact> contacts,
        CancellationToken cancellationToken)
    {
        if (contacts.Count == 0)
        {
            return;
        }

        var ids = contacts.Select(contact => contact.Id.Value).ToHashSet();
        var rows = await context.Set<MirrorContactRow>()
            .Where(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.RemoteContactId))
            .ToDictionaryAsync(row => row.RemoteContactId, StringComparer.Ordinal, cancellationToken);
        foreach (var contact in contacts)
        {
            if (!rows.TryGetValue(contact.Id.Value, out var row))
            {
                rows[contact.Id.Value] = row = new() { RemoteOrganisationId = organisation.Value, RemoteContactId = contact.Id.Value };
                row.Set(contact);
                context.Add(row);
            }
            else if (row.UpdatedAt <= Instants.ToTicks(contact.UpdatedAt))
            {
                row.Set(contact);
            }
        }
    }
}
