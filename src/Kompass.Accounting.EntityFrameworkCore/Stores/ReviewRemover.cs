using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Takes links and decisions back, each only while it stands as it was seen.</summary>
internal static class ReviewRemover
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        CancellationToken cancellationToken)
    {
        foreach (var link in links)
        {
            Ownership.Require(organisation, link.RemoteOrganisationId, RecordKey.Of(link.ClientId));
            var (client, contact, hash) = (link.ClientId.Value, link.RemoteContactId.Value, link.RecordHash);
            var removed = await context.Set<ContactLinkRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && row.ClientId == client)
                .Where(row => row.RemoteContactId == contact && row.RecordHash == hash)
                .ExecuteDeleteAsync(cancellationToken);
            Require(removed, $"The link of client {client} to contact {contact}");
        }

        foreach (var decision in decisions)
        {
            var (client, contact, decided) = (decision.ClientId?.Value, decision.RemoteContactId?.Value, decision.Decision);
            var removed = await context.Set<ContactDecisionRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && row.Decision == decided)
                .Where(row => row.ClientId == client && row.RemoteContactId == contact)
                .ExecuteDeleteAsync(cancellationToken);
            Require(removed, $"The decision about client {client ?? "-"}, contact {contact ?? "-"}");
        }
    }

    private static void Require(int removed, string what)
    {
        if (removed == 0)
        {
            throw new StoreConflictException($"{what} was changed meanwhile. Nothing was written; read it again.");
        }
    }
}
