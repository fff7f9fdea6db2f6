namespace Kompass.Simulation;

/// <summary>The lock of a database that takes one caller at a time. A dead process holds nothing and waits for nothing.</summary>
internal sealed class SimGate(Scheduler scheduler)
{
    private readonly List<(SimNode Node, TaskCompletionSource<IDisposable?> Source)> _waiting = [];
    private SimNode? _holder;

    public Task<IDisposable?> EnterAsync(SimNode node)
    {
        var source = new TaskCompletionSource<IDisposable?>();
        _waiting.Add((node, source));
        Admit();
        return source.Task;
    }

    public void Forget(SimNode node)
    {
        _waiting.RemoveAll(waiter => waiter.Node == node);
        if (_holder == node)
        {
            Leave();
        }
    }

    private void Leave()
    {
        _holder = null;
        Admit();
    }

    private void Admit()
    {
        if (_holder is null && _waiting.Count > 0)
        {
            var index = scheduler.Random.Next(_waiting.Count);
            var (node, source) = _waiting[index];
            _waiting.RemoveAt(index);
            _holder = node;
            scheduler.Post(node, () => source.SetResult(new Turn(this, node)));
        }
    }

    private sealed class Turn(SimGate gate, SimNode node) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (!_isOver && node.IsAlive)
            {
                gate.Leave();
            }

            _isOver = true;
        }
    }
}
