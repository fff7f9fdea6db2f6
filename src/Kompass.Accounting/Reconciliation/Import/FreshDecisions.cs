namespace Kompass.Accounting;

/// <summary>
/// Finds the decisions that are not remembered yet. One that is remembered counts as new when another of the same file replaces
/// what is remembered, since the store keeps one decision for each client and each contact. One use.
/// </summary>
internal sealed class FreshDecisions
{
    private readonly Dictionary<ClientId, ContactDecision> _byClient = [];
    private readonly Dictionary<RemoteContactId, ContactDecision> _byContact = [];

    private FreshDecisions(IEnumerable<ContactDecision> remembered, IReadOnlyList<ContactLink> links)
    {
        foreach (var decision in remembered)
        {
            if (decision.ClientId is { } client)
            {
                _byClient[client] = decision;
            }

            if (decision.RemoteContactId is { } contact)
            {
                _byContact[contact] = decision;
            }
        }

        foreach (var link in links)
        {
            Forget(link.RemoteContactId, link.ClientId);
        }
    }

    public static IReadOnlyList<ContactDecision> Of(
        IReadOnlyList<ContactDecision> wanted,
        IEnumerable<ContactDecision> remembered,
        IReadOnlyList<ContactLink> links) =>
        new FreshDecisions(remembered, links).Select(wanted);

    private List<ContactDecision> Select(IReadOnlyList<ContactDecision> wanted)
    {
        var fresh = new bool[wanted.Count];
        for (var added = true; added;)
        {
            added = false;
            for (var index = 0; index < wanted.Count; index++)
            {
                if (!fresh[index] && !IsRemembered(wanted[index]))
                {
                    fresh[index] = added = true;
                    Forget(wanted[index].RemoteContactId, wanted[index].ClientId);
                }
            }
        }

        return [.. wanted.Where((_, index) => fresh[index])];
    }

    /// <summary>A client that is to be created stays so, whichever look-alike was rejected for it.</summary>
    private bool IsRemembered(ContactDecision wanted)
    {
        var standing = wanted.ClientId is { } client ? _byClient.GetValueOrDefault(client)
            : wanted.RemoteContactId is { } contact ? _byContact.GetValueOrDefault(contact)
            : null;
        return standing is not null
            && standing.Decision == wanted.Decision
            && standing.ClientId == wanted.ClientId
            && (standing.RemoteContactId == wanted.RemoteContactId || wanted is { RemoteContactId: null, Decision: ReviewDecision.Create });
    }

    private void Forget(RemoteContactId? contact, ClientId? client)
    {
        var standing = new[]
        {
            contact is { } remote ? _byContact.GetValueOrDefault(remote) : null,
            client is { } local ? _byClient.GetValueOrDefault(local) : null,
        };
        foreach (var decision in standing.OfType<ContactDecision>())
        {
            if (decision.ClientId is { } decidedClient)
            {
                _byClient.Remove(decidedClient);
            }

            if (decision.RemoteContactId is { } decidedContact)
            {
                _byContact.Remove(decidedContact);
            }
        }
    }
}
