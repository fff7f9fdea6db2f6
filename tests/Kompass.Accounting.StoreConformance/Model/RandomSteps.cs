namespace Kompass.Accounting.StoreConformance;

/// <summary>Draws steps from a few ids only, so that they meet often.</summary>
internal sealed class RandomSteps(int seed, RemoteOrganisationId organisation)
{
    private static readonly HoldReason[] Reasons = [HoldReason.NameTaken, HoldReason.LookAlike, HoldReason.TotalsDiffer];
    private readonly Random _random = new(seed);
    private readonly List<Operation> _intended = [];
    private int _next = 1000 * (seed + 1);

    public int Step() => _random.Next(100);

    public ClientId Client() => new($"c{_random.Next(6)}");

    public IReadOnlyList<ContactLink> ContactLinks(int maximum) => Draw(maximum, () => Make.ContactLink(
        organisation, Client().Value, $"x{_random.Next(6)}", isShared: _random.Next(4) == 0) with
    { RecordHash = $"v1:{_random.Next(9)}" });

    public IReadOnlyList<ContactDecision> Decisions(int maximum) => Draw(maximum, () =>
    {
        var shape = _random.Next(3);
        return Make.Decision(
            organisation,
            shape == 1 ? null : Client().Value,
            shape == 0 ? null : $"x{_random.Next(6)}",
            _random.Next(2) == 0 ? ReviewDecision.Create : ReviewDecision.Ignore) with
        { DecidedBy = $"{_next++}" };
    });

    public OutcomeBatch Batch() => new()
    {
        Operations = Outcomes(),
        ContactLinks = ContactLinks(2),
        DocumentLinks = Draw(2, () => Make.DocumentLink(organisation, $"i{_random.Next(5)}", $"d{_random.Next(5)}") with
        {
            RecordHash = $"v1:{_random.Next(9)}",
            Kind = (DocumentKind)_random.Next(3),
        }),
        Holds = Draw(3, () => Make.Hold(Record(), Reasons[_random.Next(3)], Make.Instant.AddSeconds(_random.Next(1000)), $"{_random.Next(9)}")),
        Released = Draw(2, Record),
    };

    public IReadOnlyList<Operation> Intents()
    {
        var intents = Draw(4, () => Make.Operation(organisation, _next++, Record()));
        _intended.AddRange(intents);
        return intents;
    }

    /// <summary>What was archived is not settled again.</summary>
    public void Forget(IReadOnlySet<OperationId> archived) => _intended.RemoveAll(operation => archived.Contains(operation.Id));

    public DateTimeOffset Past() => Make.Instant.AddSeconds(_random.Next(99));

    public RecordKey Record() => _random.Next(2) == 0 ? RecordKey.Of(Client()) : RecordKey.Of(new InvoiceId($"c{_random.Next(6)}"));

    private List<Operation> Outcomes()
    {
        var states = Enum.GetValues<OperationState>();
        return [.. Draw(3, () => _intended.Count == 0 ? null : _intended[_random.Next(_intended.Count)])
            .OfType<Operation>()
            .Select(operation => operation with
            {
                State = states[_random.Next(states.Length)],
                Error = $"{_random.Next(9)}",
                SettledAt = Make.Instant.AddSeconds(_random.Next(99)),
            })];
    }

    private List<T> Draw<T>(int maximum, Func<T> draw) => [.. Enumerable.Range(0, _random.Next(maximum + 1)).Select(_ => draw())];
}
