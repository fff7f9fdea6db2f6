namespace Kompass.Accounting.Tests;

/// <summary>What every faked port of one adapter shares: the clock, the log of calls, and faults to come.</summary>
internal sealed class FakeLedgerState(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<FakeCall> _calls = [];
    private int _ids;

    public TimeProvider Clock { get; } = clock;

    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Asked before each call takes effect; an exception answered is thrown instead of the effect.</summary>
    public Func<string, Exception?>? FaultBefore { get; set; }

    /// <summary>Asked after each call took effect; an exception answered is thrown instead of the answer.</summary>
    public Func<string, Exception?>? FaultAfter { get; set; }

    public int CallsOf(string name) => Calls.Count(call => call.Name == name);

    public void Forget()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    /// <summary>Ids that grow: 00000000-0000-4000-8000-000000000001 and so on.</summary>
    public string NewId()
    {
        lock (_gate)
        {
            return $"00000000-0000-4000-8000-{++_ids:D12}";
        }
    }

    public void Enter(string name, int records)
    {
        lock (_gate)
        {
            _calls.Add(new(name, records));
        }

        if (FaultBefore?.Invoke(name) is { } fault)
        {
            throw fault;
        }
    }

    public void Leave(string name)
    {
        if (FaultAfter?.Invoke(name) is { } fault)
        {
            throw fault;
        }
    }
}
