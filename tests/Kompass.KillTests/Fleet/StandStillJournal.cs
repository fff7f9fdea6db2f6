using System.Reflection;
using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>A journal whose process stands still right after the intents of a call were committed, before anything is sent.</summary>
public class StandStillJournal : DispatchProxy
{
    private ISyncJournal _inner = null!;
    private int _calls;

    /// <param name="inner">The journal.</param>
    /// <param name="calls">At which writing call the process stands still, from 1.</param>
    public static ISyncJournal Over(ISyncJournal inner, int calls)
    {
        var journal = Create<ISyncJournal, StandStillJournal>();
        ((StandStillJournal)(object)journal)._inner = inner;
        ((StandStillJournal)(object)journal)._calls = calls;
        return journal;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(_inner, args);
        return targetMethod.Name == nameof(ISyncJournal.BeginAsync) ? StandStillAsync((Task)answer!) : answer;
    }

    private async Task StandStillAsync(Task begun)
    {
        await begun;
        if (Interlocked.Decrement(ref _calls) == 0)
        {
            StandStill.Now();
        }
    }
}
