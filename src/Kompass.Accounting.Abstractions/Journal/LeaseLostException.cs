namespace Kompass.Accounting;

/// <summary>Another engine has taken the lease over: this one must stop at once.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="lease">The lease that was lost.</param>
    public LeaseLostException(Lease lease)
        : base($"The lease of organisation {lease?.OrganisationId} with epoch {lease?.Epoch} was taken over; nothing was written.") => Lease = lease!;

    /// <summary>The lease that was lost.</summary>
    public Lease Lease { get; }
}
