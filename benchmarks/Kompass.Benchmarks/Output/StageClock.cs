using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Turns the progress of a comparison into seconds per stage.</summary>
/// <remarks>Starts with <see cref="MatchStage.Reading"/>; a report counts where it is made, on whatever thread; a late one of a past stage is ignored.</remarks>
internal sealed class StageClock(TimeProvider time) : IProgress<MatchProgress>
{
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly TimeSpan[] _begins = new TimeSpan[(int)MatchStage.Done + 1];
    private MatchStage _stage = MatchStage.Reading;
    private TimeSpan? _whole;

    public StageClock()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Does the work under a clock.</summary>
    public static (MatchResult Result, IReadOnlyDictionary<string, double> Seconds) Time(Func<IProgress<MatchProgress>, MatchResult> work)
    {
        var clock = new StageClock();
        var result = work(clock);
        clock.Stop();
        return (result, clock.Seconds());
    }

    public void Report(MatchProgress value)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            for (; _stage < value.Stage; _stage++)
            {
                _begins[(int)_stage + 1] = now;
            }
        }
    }

    /// <summary>The comparison has returned.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _whole ??= time.GetElapsedTime(_start);
            for (; _stage < MatchStage.Done; _stage++)
            {
                _begins[(int)_stage + 1] = _whole.Value;
            }
        }
    }

    /// <summary>Seconds of each stage that was taken, by its name, and of the <c>whole</c> from call to return.</summary>
    public IReadOnlyDictionary<string, double> Seconds()
    {
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var stage = MatchStage.Reading; stage < MatchStage.Done; stage++)
        {
            seconds[stage.ToString().ToLowerInvariant()] = Math.Round((_begins[(int)stage + 1] - _begins[(int)stage]).TotalSeconds, 6);
        }

        seconds["whole"] = Math.Round(_whole.GetValueOrDefault().TotalSeconds, 6);
        return seconds;
    }
}
