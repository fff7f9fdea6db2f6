namespace Kompass.Xero.AspNetCore;

/// <summary>
/// What waits to be done in the background, and how far each job has come. One job of a kind for each configuration at a time.
/// Kept in memory: after a restart a person simply asks again, since neither kind loses anything by being cut short. Thread-safe.
/// </summary>
internal sealed class JobQueue(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<Job> _waiting = [];
    private readonly Dictionary<(ConfigurationId Configuration, JobKind Kind), JobStatus> _statuses = [];
    private TaskCompletionSource? _wake;

    /// <summary>Adds a job; false when the same one is under way already.</summary>
    public bool Enqueue(Job job)
    {
        TaskCompletionSource? wake;
        lock (_gate)
        {
            if (_statuses.GetValueOrDefault((job.ConfigurationId, job.Kind)) is { IsUnderWay: true })
            {
                return false;
            }

            _statuses[(job.ConfigurationId, job.Kind)] = new(job, JobState.Waiting, time.GetUtcNow());
            _waiting.Enqueue(job);
            (wake, _wake) = (_wake, null);
        }

        wake?.TrySetResult();
        return true;
    }

    /// <summary>Waits for the next job. One reader at a time.</summary>
    public async Task<Job> DequeueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource wake;
            lock (_gate)
            {
                if (_waiting.TryDequeue(out var job))
                {
                    return job;
                }

                wake = _wake = new();
            }

            await wake.Task.WaitAsync(cancellationToken);
        }
    }

    public JobStatus? StatusOf(ConfigurationId configuration, JobKind kind)
    {
        lock (_gate)
        {
            return _statuses.GetValueOrDefault((configuration, kind));
        }
    }

    public void Update(Job job, Func<JobStatus, JobStatus> change)
    {
        lock (_gate)
        {
            if (_statuses.TryGetValue((job.ConfigurationId, job.Kind), out var status))
            {
                _statuses[(job.ConfigurationId, job.Kind)] = change(status);
            }
        }
    }
}
