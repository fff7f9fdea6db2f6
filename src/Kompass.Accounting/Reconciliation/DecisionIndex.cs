namespace Kompass.Accounting;

/// <summary>Remembered decisions by what they are about.</summary>
internal sealed class DecisionIndex
{
    private readonly Dictionary<RemoteContactId, ContactDecision> _byContact = [];
    private readonly Dictionary<ClientId, ContactDecision> _byClient = [];

    public DecisionIndex(IEnumerable<ContactDecision> decisions)
    {
        foreach (var decision in decisions.OrderBy(decision => decision.DecidedAt))
        {
            if (decision.RemoteContactId is { } contact)
            {
                _byContact[contact] = decision;
            }

            if (decision.ClientId is { } client)
            {
                _byClient[client] = decision;
            }
        }
    }

    /// <summary>The decision that names the contact, alone or with a client.</summary>
    public ContactDecision? About(RemoteContactId contact) => _byContact.GetValueOrDefault(contact);

    /// <summary>The decision that names the client, alone or with a contact.</summary>
    public ContactDecision? About(ClientId client) => _byClient.GetValueOrDefault(client);

    /// <summary>True when the contact was ignored: nobody has to look at it again.</summary>
    public bool IsIgnored(RemoteContactId contact) => About(contact) is { Decision: ReviewDecision.Ignore };

    /// <summary>True when the client was ignored, by itself or together with a contact.</summary>
    public bool IsIgnored(ClientId client) => About(client) is { Decision: ReviewDecision.Ignore };

    /// <summary>True when a reviewer decided that the client gets a contact of its own although this contact looks like it.</summary>
    public bool IsRejected(RemoteContactId contact, ClientId client) =>
        About(contact) is { Decision: ReviewDecision.Create } decision && decision.ClientId == client;

    /// <summary>True when a candidate row needs nobody any more: the contact or the client is ignored, or the pair was rejected.</summary>
    public bool Settles(RemoteContactId contact, ClientId client) =>
        IsIgnored(contact) || IsIgnored(client) || IsRejected(contact, client);
}
