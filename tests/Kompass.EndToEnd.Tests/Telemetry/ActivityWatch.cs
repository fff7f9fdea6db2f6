using System.Diagnostics;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Keeps the activities that one process ended.</summary>
internal sealed class ActivityWatch : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly List<Activity> _ended = [];

    public ActivityWatch(RigProcess process)
    {
        var source = process.Get<AccountingTelemetry>().Activities;
        _listener = new()
        {
            ShouldListenTo = candidate => ReferenceEquals(candidate, source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Ended => _ended;

    public Activity Single(string name) => _ended.Single(activity => activity.OperationName == name);

    public IReadOnlyList<Activity> Below(Activity parent) => [.. _ended.Where(activity => activity.ParentSpanId == parent.SpanId && activity.TraceId == parent.TraceId)];

    public void Dispose() => _listener.Dispose();
}
