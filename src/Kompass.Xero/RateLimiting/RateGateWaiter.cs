namespace Kompass.Xero;

/// <summary>One caller in the gate's queue. Its node is guarded by the gate's lock.</summary>
internal sealed class RateGateWaiter(RateGate gate, CallPriority priority)
{
    // Continuations run where the place is given: the simulator's single thread must stay single.
    private readonly TaskCompletionSource<RateGatePass> _source = new();

    public CallPriority Priority { get; } = priority;

    public LinkedListNode<RateGateWaiter>? Node { get; set; }

    public CancellationTokenRegistration Registration { get; set; }

    public Task<RateGatePass> Task => _source.Task;

    public void Release(XeroApiException? refusal)
    {
        Registration.Unregister();
        if (refusal is null)
        {
            _source.SetResult(new(gate));
        }
        else
        {
            _source.SetException(refusal);
        }
    }

    public void Cancel(CancellationToken token)
    {
        if (gate.Withdraw(this))
        {
            _source.SetCanceled(token);
        }
    }
}
