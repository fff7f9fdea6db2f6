using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Moves what is long over out of the journal's tables, so that these stay as small as what is going on.</summary>
internal static class JournalArchive
{
    /// <summary>Moves some in the caller's transaction, the oldest first.</summary>
    /// <returns>How many were moved.</returns>
    public static async Task<int> MoveAsync(
        AccountingDbContext context, RemoteOrganisationId organisation, DateTimeOffset before, int maximum, CancellationToken cancellationToken)
    {
        var ticks = Instants.ToTicks(before);
        var operations = await context.Set<OperationRow>().AsNoTracking()
            .Where(row => row.RemoteOrganisationId == organisation.Value && row.SettledAt < ticks)
            .Where(row => row.State != OperationState.Intended && row.State != OperationState.Unknown)
            .OrderBy(row => row.SettledAt)
            .Take(maximum)
            .ToListAsync(cancellationToken);

        // The latest run of a configuration stays: the next one is due by it.
        var runs = await context.Set<RunRow>().AsNoTracking()
            .Where(row => row.RemoteOrganisationId == organisation.Value && row.StartedAt < ticks && row.FinishedAt < ticks)
            .Where(row => context.Set<RunRow>().Any(later => later.ConfigurationId == row.ConfigurationId && later.StartedAt > row.StartedAt))
            .OrderBy(row => row.StartedAt)
            .Take(maximum - operations.Count)
            .ToListAsync(cancellationToken);

        context.AddRange(operations.Select(ArchivedOperationRow.From));
        context.AddRange(runs.Select(ArchivedRunRow.From));
        await context.SaveChangesAsync(cancellationToken);
        await DeleteAsync(context, operations, runs, cancellationToken);
        return operations.Count + runs.Count;
    }

    /// <summary>Operations of both tables. They are read one after the other, the archive last: what is moved meanwhile is found twice, and counts once.</summary>
    public static IEnumerable<OperationColumns> Join(IReadOnlyList<OperationColumns> rows, IReadOnlyList<OperationColumns> archived) =>
        rows.Concat(archived).DistinctBy(row => row.Sequence).OrderBy(row => row.Sequence);

    /// <summary>Likewise runs, the latest first.</summary>
    public static IReadOnlyList<RunColumns> Join(IReadOnlyList<RunColumns> rows, IReadOnlyList<RunColumns> archived) =>
        [.. rows.Concat(archived).DistinctBy(row => row.Sequence).OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Sequence)];

    private static async Task DeleteAsync(
        AccountingDbContext context, IReadOnlyCollection<OperationRow> operations, IReadOnlyCollection<RunRow> runs, CancellationToken cancellationToken)
    {
        var settled = operations.Select(row => row.Sequence).ToHashSet();
        var ended = runs.Select(row => row.Sequence).ToHashSet();
        await context.Set<OperationRow>().Where(row => settled.Contains(row.Sequence)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<RunRow>().Where(row => ended.Contains(row.Sequence)).ExecuteDeleteAsync(cancellationToken);
    }
}
