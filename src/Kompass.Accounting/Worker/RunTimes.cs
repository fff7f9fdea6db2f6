using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

internal sealed class RunTimes(IOptions<WorkerOptions> options, TimeProvider clock) : IRunTimes
{
    public TimeSpan Interval => options.Value.Interval;

    public TimeSpan IntervalOf(SyncConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Interval ?? Interval;
    }

    public DateTimeOffset? NextOf(SyncConfiguration configuration, SyncRun? last)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!configuration.IsEnabled || configuration.Connection is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return last is not null && last.StartedAt + IntervalOf(configuration) is var due && due > now ? due : now;
    }
}
