using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>
/// A lease for as long as its work takes: prolonged again and again, however long the work reads or waits, and given back in the end. Whoever
/// was silent for longer than it lasts loses it, and is refused at the next write.
/// </summary>
internal sealed partial class HeldLease : IAsyncDisposable
{
    private const int RenewalsEach = 3;

    private readonly TimeSpan _duration;
    private readonly ISyncJournal _journal;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private Task _renewal = Task.CompletedTask;
    private bool _isLost;
    private bool _isLeft;

    public HeldLease(Lease lease, TimeSpan duration, ISyncJournal journal, TimeProvider clock, ILogger<HeldLease> logger)
    {
        (Lease, _duration, _journal, _logger) = (lease, duration, journal, logger);
        _timer = clock.CreateTimer(_ => Renew(), null, duration / RenewalsEach, duration / RenewalsEach);
    }

    public Lease Lease { get; }

    /// <summary>Waits for a renewal that is under way first: one that came after the release would bring the lease to life again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _renewal;
        if (_isLeft)
        {
            await RenewAsync(TimeSpan.Zero, CancellationToken.None);
        }
        else
        {
            await _journal.ReleaseAsync(Lease, CancellationToken.None);
        }
    }

    /// <summary>Lets the lease lapse at once in the end in place of giving it back: the work is not done, and another node is to take it up.</summary>
    public void LeaveToOthers() => _isLeft = true;

    private void Renew()
    {
        if (_renewal.IsCompleted && !_isLost)
        {
            _renewal = RenewAsync(_duration, CancellationToken.None);
        }
    }

    private async Task RenewAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            await _journal.RenewAsync(Lease, duration, cancellationToken);
        }
        catch (LeaseLostException)
        {
            _isLost = true;
        }
#pragma warning disable CA1031 // Whatever befell the store, the lease still lasts for the next attempts.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotRenewed(exception, Lease.OrganisationId);
        }
    }

    [LoggerMessage(3030, LogLevel.Warning, "The lease of organisation {Organisation} could not be prolonged; it is tried again.")]
    private partial void LogNotRenewed(Exception exception, RemoteOrganisationId organisation);
}
