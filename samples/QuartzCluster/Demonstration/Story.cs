using System.Diagnostics;
using System.Threading.Channels;
using Kompass.Accounting;

namespace QuartzCluster;

/// <summary>Two nodes share the work; one is killed while it writes; the other goes on with all of it.</summary>
internal sealed class Story(Books books, NodeSettings settings, IReadOnlyDictionary<ConfigurationId, string> names)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly Channel<(Node Node, RunNotice? Notice)> _notices = Channel.CreateUnbounded<(Node, RunNotice?)>();
    private readonly List<(Node Node, string Organisation)> _completed = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private Node? _killed;

    /// <returns>How many invoices each organisation has to have in Xero.</returns>
    /// <exception cref="SampleException">A node ended by itself, or in disorder.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Say("Two nodes start, each a process of its own.");
        using var first = Node.Start("node A", settings, Tell);
        using var second = Node.Start("node B", settings, Tell);
        while (Runs(first) == 0 || Runs(second) == 0 || !HasRunAll())
        {
            await NextAsync(cancellationToken);
        }

        Say("Both nodes have run something, and every configuration has run. The next one that writes is killed before it hears Xero's answer.");
        var organisation = await KillAsync(cancellationToken);
        var survivor = _killed == first ? second : first;
        Say($"{_killed!.Name} was killed (SIGKILL) right after it sent invoices of {organisation}. {survivor.Name} is alone.");
        var before = $"Until then {first.Name} completed {Some(Runs(first), "run")} and {second.Name} {Runs(second)}";

        _completed.Clear();
        while (!HasRunAll())
        {
            await NextAsync(cancellationToken);
        }

        var count = settings.Records.WriteTheLast();
        Say($"{survivor.Name} has run every configuration by itself. Kompass writes its last invoices.");
        while (!books.Hold(count))
        {
            await NextAsync(cancellationToken);
        }

        Say($"All of them are in Xero. {survivor.Name} is asked to stop.");
        await survivor.StopAsync();
        Say($"It has stopped. {before}; from then on {survivor.Name} completed {Runs(survivor)}.");
        return count;
    }

    private int Runs(Node node) => _completed.Count(run => run.Node == node);

    private bool HasRunAll() => names.Values.All(name => _completed.Any(run => run.Organisation == name));

    private void Tell(Node node, RunNotice? notice) => _notices.Writer.TryWrite((node, notice));

    /// <summary>Waits until invoices of a run arrive in Xero, whose answer takes a moment longer, and kills the node that sent them.</summary>
    private async Task<string> KillAsync(CancellationToken cancellationToken)
    {
        var running = new Dictionary<string, (Node Node, int Invoices)>();
        while (_killed is null)
        {
            if (_notices.Reader.TryPeek(out _))
            {
                var (node, notice) = (await NextAsync(cancellationToken))!.Value;
                var organisation = Name(notice);
                running.Remove(organisation);
                if (notice.Outcome is null)
                {
                    running.Add(organisation, (node, books.Invoices(organisation)));
                }
            }
            else if (running.Where(run => books.Invoices(run.Key) > run.Value.Invoices).Select(run => (run.Key, run.Value.Node)).FirstOrDefault() is (not null, _) writing)
            {
                _killed = writing.Node;
                _killed.Kill();
                return writing.Key;
            }
            else
            {
                await Task.Delay(Look, cancellationToken);
            }
        }

        throw new UnreachableException();
    }

    /// <summary>Waits for what a node says next, tells it, and keeps in mind which runs were completed.</summary>
    private async Task<(Node Node, RunNotice Notice)?> NextAsync(CancellationToken cancellationToken)
    {
        var (node, notice) = await _notices.Reader.ReadAsync(cancellationToken);
        if (node == _killed)
        {
            return null; // its last words, or its end
        }

        if (notice is null)
        {
            throw node.Obituary();
        }

        if (Describe(notice) is { } text)
        {
            Say($"{node.Name}  {Name(notice),-14}  {text}");
        }

        if (notice.Outcome == SyncOutcome.Completed)
        {
            _completed.Add((node, Name(notice)));
        }

        return (node, notice);
    }

    private string Name(RunNotice notice) => names[new(notice.Configuration)];

    private static string? Describe(RunNotice notice) => notice switch
    {
        { Outcome: null, IsRecovery: true } => "takes up the run that broke off",
        { Outcome: null } => null,
        { Outcome: SyncOutcome.Completed, Contacts: 0, Invoices: 0 } => "had nothing to do",
        { Outcome: SyncOutcome.Completed, Contacts: 0 } => $"wrote {Some(notice.Invoices, "invoice")}",
        { Outcome: SyncOutcome.Completed } => $"wrote {Some(notice.Contacts, "contact")} and {Some(notice.Invoices, "invoice")}",
        { Outcome: SyncOutcome.NotRun } => $"cannot run yet: {notice.Message}",
        _ => $"{notice.Outcome}: {notice.Message}",
    };

    private static string Some(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private void Say(string text) => Console.WriteLine($"{_watch.Elapsed.TotalSeconds,5:0.0} s  {text}");
}
