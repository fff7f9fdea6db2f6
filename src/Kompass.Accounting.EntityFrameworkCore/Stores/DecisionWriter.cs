using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class DecisionWriter
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactDecision> decisions,
        CancellationToken cancellationToken)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        var clients = decisions.Where(decision => decision.ClientId is not null).Select(decision => decision.ClientId!.Value.Value).ToHashSet();
        var contacts = decisions
            .Where(decision => decision.RemoteContactId is not null)
            .Select(decision => decision.RemoteContactId!.Value.Value)
            .ToHashSet();
        await EndAsync(context, organisation, clients, contacts, cancellationToken);
        context.AddRange(Latest(organisation, decisions).Select(ContactDecisionRow.From));
    }

    /// <summary>Forgets every decision about some clients and contacts.</summary>
    public static async Task EndAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        HashSet<string> clients,
        HashSet<string> contacts,
        CancellationToken cancellationToken)
    {
        // Two statements, because one with OR would read every decision of the organisation.
        var all = context.Set<ContactDecisionRow>().Where(row => row.RemoteOrganisationId == organisation.Value);
        await all.Where(row => clients.Contains(row.ClientId!)).ExecuteDeleteAsync(cancellationToken);
        await all.Where(row => contacts.Contains(row.RemoteContactId!)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Of several decisions about one client or contact the last one counts.</summary>
    private static List<ContactDecision> Latest(RemoteOrganisationId organisation, IReadOnlyCollection<ContactDecision> decisions)
    {
        var clients = new HashSet<ClientId>();
        var contacts = new HashSet<RemoteContactId>();
        var latest = new List<ContactDecision>(decisions.Count);
        foreach (var decision in decisions.Reverse())
        {
            if (decision.RemoteOrganisationId != organisation || (decision.ClientId is null && decision.RemoteContactId is null))
            {
                throw new ArgumentException(
                    $"A decision must name a client or a contact of organisation {organisation}; "
                    + $"client {decision.ClientId}, contact {decision.RemoteContactId} of organisation {decision.RemoteOrganisationId} does not.");
            }

            var isReplaced = (decision.ClientId is { } client && clients.Contains(client))
                || (decision.RemoteContactId is { } contact && contacts.Contains(contact));
            if (isReplaced)
            {
                continue;
            }

            latest.Add(decision);
            if (decision.ClientId is { } decidedClient)
            {
                clients.Add(decidedClient);
            }

            if (decision.RemoteContactId is { } decidedContact)
            {
                contacts.Add(decidedContact);
            }
        }

        latest.Reverse();
        return latest;
    }
}
