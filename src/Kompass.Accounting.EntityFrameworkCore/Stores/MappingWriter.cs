using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class MappingWriter
{
    /// <summary>Removes some mappings, then adds or replaces others.</summary>
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<CodeMapping> removed,
        IReadOnlyCollection<CodeMapping> mappings,
        CancellationToken cancellationToken)
    {
        foreach (var kind in removed.Concat(mappings).GroupBy(mapping => mapping.Kind))
        {
            var codes = kind.Select(mapping => mapping.KompassCode).ToHashSet();
            await context.Set<CodeMappingRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && row.Kind == kind.Key && codes.Contains(row.KompassCode))
                .ExecuteDeleteAsync(cancellationToken);
        }

        context.AddRange(mappings.Select(mapping => new CodeMappingRow
        {
            RemoteOrganisationId = organisation.Value,
            Kind = mapping.Kind,
            KompassCode = mapping.KompassCode,
            RemoteKey = mapping.RemoteKey,
        }));
    }
}
