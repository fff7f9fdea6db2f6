using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>The fenced leases. Every method runs in the caller's transaction.</summary>
internal static class LeaseTable
{
    public static async Task<Lease?> TryAcquireAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        string owner,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken)
    {
        var isTakenOver = false;
        var row = await context.FindAsync<LeaseRow>([organisation.Value], cancellationToken);
        if (row is null)
        {
            row = new() { RemoteOrganisationId = organisation.Value, Owner = owner, Epoch = 1, ExpiresAt = Instants.ToTicks(expiresAt) };
            context.Add(row);
        }
        else if (row.ExpiresAt > Instants.ToTicks(now) && row.Owner != owner)
        {
            return null;
        }
        else
        {
            isTakenOver = row.Owner != owner && row.ExpiresAt > Instants.ToTicks(DateTimeOffset.MinValue);
            row.Owner = owner;
            row.Epoch++;
            row.ExpiresAt = Instants.ToTicks(expiresAt);
        }

        await context.SaveChangesAsync(cancellationToken);
        return new(organisation, row.Owner, row.Epoch, expiresAt) { IsTakenOver = isTakenOver };
    }

    /// <summary>The organisations whose lease lapsed without being given back.</summary>
    public static async Task<IReadOnlyList<RemoteOrganisationId>> AbandonedAsync(AccountingDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (givenBack, lapsed) = (Instants.ToTicks(DateTimeOffset.MinValue), Instants.ToTicks(now));
        var organisations = await context.Set<LeaseRow>()
            .Where(row => row.ExpiresAt > givenBack && row.ExpiresAt <= lapsed)
            .OrderBy(row => row.RemoteOrganisationId)
            .Select(row => row.RemoteOrganisationId)
            .ToListAsync(cancellationToken);
        return organisations.ConvertAll(organisation => new RemoteOrganisationId(organisation));
    }

    /// <summary>Sets when a lease lapses; false when its epoch is no longer the one that stands.</summary>
    public static async Task<bool> SetExpiryAsync(
        AccountingDbContext context,
        Lease lease,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken)
    {
        var ticks = Instants.ToTicks(expiresAt);
        return await Standing(context, lease)
            .ExecuteUpdateAsync(row => row.SetProperty(standing => standing.ExpiresAt, ticks), cancellationToken) == 1;
    }

    /// <summary>
    /// Refuses an older epoch, and locks the row until the transaction ends, so that nobody takes the lease over in between.
    /// </summary>
    /// <exception cref="LeaseLostException">The lease was taken over.</exception>
    public static async Task RequireAsync(AccountingDbContext context, Lease lease, CancellationToken cancellationToken)
    {
        var updated = await Standing(context, lease)
            .ExecuteUpdateAsync(row => row.SetProperty(standing => standing.Epoch, lease.Epoch), cancellationToken);
        if (updated == 0)
        {
            throw new LeaseLostException(lease);
        }
    }

    private static IQueryable<LeaseRow> Standing(AccountingDbContext context, Lease lease) => context.Set<LeaseRow>()
        .Where(row => row.RemoteOrganisationId == lease.OrganisationId.Value && row.Epoch == lease.Epoch);
}
