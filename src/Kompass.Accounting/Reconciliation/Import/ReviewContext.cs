namespace Kompass.Accounting;

/// <summary>What the decisions of a review file are checked against: everything as it is now.</summary>
internal sealed record ReviewContext
{
    public required ProviderDescriptor Provider { get; init; }

    public required RemoteConnection Connection { get; init; }

    public required IReadOnlyCollection<RemoteContact> Contacts { get; init; }

    public required IReadOnlyDictionary<ClientId, Client> Clients { get; init; }

    public required IReadOnlyCollection<ContactLink> Links { get; init; }

    public required IReadOnlyCollection<ContactDecision> Decisions { get; init; }

    public required IReadOnlyCollection<ReconciliationReport> Reports { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset Now { get; init; }
}
