using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class SkipWriter
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RecordKey> ended,
        IReadOnlyCollection<RecordSkip> skips,
        CancellationToken cancellationToken)
    {
        foreach (var kind in ended.Concat(skips.Select(skip => skip.Record)).GroupBy(record => record.Kind))
        {
            var ids = kind.Select(record => record.Id).ToHashSet();
            await context.Set<SkipRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && row.RecordKind == kind.Key && ids.Contains(row.RecordId))
                .ExecuteDeleteAsync(cancellationToken);
        }

        context.AddRange(skips.Select(skip => SkipRow.From(organisation, skip)));
    }
}
