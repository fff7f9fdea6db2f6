using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class ConfigurationRules
{
    /// <summary>Neither a Kompass organisation nor one of the ledger serves two configurations.</summary>
    public static async Task RequireFreeAsync(
        AccountingDbContext context,
        SyncConfiguration configuration,
        CancellationToken cancellationToken)
    {
        var problems = new List<ConfigurationProblem>();
        var repeated = configuration.Organisations.CountBy(id => id).Where(count => count.Value > 1).Select(count => count.Key);
        problems.AddRange(repeated.Select(id => new ConfigurationProblem(
            nameof(SyncConfiguration.Organisations),
            $"Kompass organisation {id} is named more than once. Name it once.")));

        var ids = configuration.Organisations.Select(organisation => organisation.Value).ToHashSet();
        var taken = await context.Set<ConfigurationOrganisationRow>().AsNoTracking()
            .Where(row => row.ConfigurationId != configuration.Id.Value && ids.Contains(row.KompassOrganisationId))
            .OrderBy(row => row.KompassOrganisationId)
            .ToListAsync(cancellationToken);
        problems.AddRange(taken.Select(row => new ConfigurationProblem(
            nameof(SyncConfiguration.Organisations),
            $"Kompass organisation {row.KompassOrganisationId} belongs to configuration {row.ConfigurationId}. Remove it there first.")));

        if (configuration.Connection is { } connection)
        {
            var other = await context.Set<ConfigurationRow>().AsNoTracking()
                .Where(row => row.Id != configuration.Id.Value && row.RemoteOrganisationId == connection.OrganisationId.Value)
                .Select(row => (Guid?)row.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (other is not null)
            {
                problems.Add(new(
                    nameof(SyncConfiguration.Connection),
                    $"'{connection.OrganisationName}' is connected to configuration {other}. Disconnect it there first, or choose another organisation."));
            }
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }
    }
}
