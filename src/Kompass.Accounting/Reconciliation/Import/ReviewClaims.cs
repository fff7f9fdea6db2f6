namespace Kompass.Accounting;

/// <summary>Which row decided about which contact and client, so that no two rows of a file contradict each other.</summary>
internal sealed class ReviewClaims
{
    private readonly Dictionary<RemoteContactId, Claim> _contacts = [];
    private readonly Dictionary<ClientId, Claim> _clients = [];

    private sealed record Claim(int Line, string Decision, RemoteContactId? Contact, ClientId? Client);

    public enum Verdict
    {
        Taken,
        Repeated,
        Contradicted,
    }

    /// <summary>Takes a contact, a client or both for a row.</summary>
    /// <returns>Whether they were free, decided the same way before, or decided otherwise; and by which row.</returns>
    public (Verdict Verdict, int Line, string Decision) Take(int line, string decision, RemoteContactId? contact, ClientId? client)
    {
        var claim = new Claim(line, decision, contact, client);
        var standing = (contact is { } remote ? _contacts.GetValueOrDefault(remote) : null)
            ?? (client is { } local ? _clients.GetValueOrDefault(local) : null);
        if (standing is not null)
        {
            var verdict = standing with { Line = line } == claim ? Verdict.Repeated : Verdict.Contradicted;
            return (verdict, standing.Line, standing.Decision);
        }

        if (contact is { } takenContact)
        {
            _contacts.Add(takenContact, claim);
        }

        if (client is { } takenClient)
        {
            _clients.Add(takenClient, claim);
        }

        return (Verdict.Taken, line, decision);
    }
}
