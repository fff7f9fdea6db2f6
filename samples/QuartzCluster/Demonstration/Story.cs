using System.Diagnostics;
using System.Threading.Channels;
using Kompass.Accounting;

namespace QuartzCluster;

/// <summary>Two nodes share the work; one is killed in the middle of a run; the other goes on with all of it.</summary>
internal sealed class Story(Workplace workplace, IReadOnlyDictionary<string, (Guid Tenant, ConfigurationId Configuration)> organisations)
{
    private readonly Channel<(Node Node, RunNotice? Notice)> _notices = Channel.CreateUnbounded<(Node, RunNotice?)>();
    private readonly Dictionary<Guid, string> _names = organisations.ToDictionary(entry => entry.Value.Configuration.Value, entry => entry.Key);
    private readonly HashSet<(Node Node, Guid Configuration)> _completed = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private Node? _killed;

    /// <returns>What went wrong after the nodes were done; null when nothing did.</returns>
    /// <exception cref="SampleException">A node ended by itself.</exception>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        Say($"Two nodes start, each a process of its own; Quartz joins them by their database.");
        using var first = Node.Start("node A", workplace.Settings, Tell);
        using var second = Node.Start("node B", workplace.Settings, Tell);
        while (!HasCompletedSome(first) || !HasCompletedSome(second) || _names.Keys.Any(id => !_completed.Contains((first, id)) && !_completed.Contains((second, id))))
        {
            await NextAsync(cancellationToken);
        }

        Say("Both nodes have run something, and every configuration has run. Whichever begins the next run is killed in the middle of it.");
        var (killed, broken) = await KillAsync(cancellationToken);
        var survivor = killed == first ? second : first;
        Say($"{killed.Name} was killed while it ran {broken}. {survivor.Name} is alone now.");

        _completed.Clear();
        var books = new Books(workplace.Xero, organisations);
        while (_names.Keys.Any(id => !_completed.Contains((survivor, id))) || books.HasLess)
        {
            await NextAsync(cancellationToken);
        }

        Say($"{survivor.Name} has run every configuration, and Kompass's invoices are all in Xero. It is asked to stop.");
        return await survivor.StopAsync();
    }

    private bool HasCompletedSome(Node node) => _completed.Any(run => run.Node == node);

    private void Tell(Node node, RunNotice? notice) => _notices.Writer.TryWrite((node, notice));

    private async Task<(Node Node, string Organisation)> KillAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await NextAsync(cancellationToken) is { Notice.Outcome: null } begun)
            {
                _killed = begun.Node;
                begun.Node.Kill();
                return (begun.Node, _names[begun.Notice.Configuration]);
            }
        }
    }

    /// <summary>Waits for what a node says next, tells it, and keeps in mind which runs were completed.</summary>
    private async Task<(Node Node, RunNotice Notice)?> NextAsync(CancellationToken cancellationToken)
    {
        var (node, notice) = await _notices.Reader.ReadAsync(cancellationToken);
        if (notice is null)
        {
            return node == _killed ? null : throw new SampleException(await node.ObituaryAsync());
        }

        if (node != _killed && Describe(notice) is { } text)
        {
            Say($"{node.Name}  {_names[notice.Configuration],-14}  {text}");
        }

        if (notice.Outcome == SyncOutcome.Completed)
        {
            _completed.Add((node, notice.Configuration));
        }

        return (node, notice);
    }

    private static string? Describe(RunNotice notice) => notice switch
    {
        { Outcome: null, IsRecovery: true } => "takes up the run that broke off",
        { Outcome: null } => null,
        { Outcome: SyncOutcome.Completed, Contacts: 0, Invoices: 0 } => "nothing to do",
        { Outcome: SyncOutcome.Completed, Contacts: 0 } => $"{notice.Invoices} invoices written",
        { Outcome: SyncOutcome.Completed } => $"{notice.Contacts} contacts and {notice.Invoices} invoices written",
        _ => $"{notice.Outcome}: {notice.Message}",
    };

    private void Say(string text) => Console.WriteLine($"{_watch.Elapsed.TotalSeconds,5:0.0} s  {text}");
}
