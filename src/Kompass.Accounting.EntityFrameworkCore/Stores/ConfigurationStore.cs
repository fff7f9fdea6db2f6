using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ConfigurationStore(StoreAccess store) : IConfigurationStore
{
    public Task<SyncConfiguration?> GetAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async context => await ReadAsync(
                context.Set<ConfigurationRow>().Where(row => row.Id == id.Value),
                context.Set<ConfigurationOrganisationRow>(),
                cancellationToken) is [var found] ? found : null,
            cancellationToken);

    public Task<IReadOnlyList<SyncConfiguration>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            context => ReadAsync(context.Set<ConfigurationRow>(), context.Set<ConfigurationOrganisationRow>(), cancellationToken),
            cancellationToken);

    public Task<SyncConfiguration> SaveAsync(SyncConfiguration configuration, CancellationToken cancellationToken) =>
        SaveAsync(configuration, [], cancellationToken);

    public Task<SyncConfiguration> SaveAsync(
        SyncConfiguration configuration, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Configurations,
            async context =>
            {
                var row = await context.Set<ConfigurationRow>()
                    .FirstOrDefaultAsync(standing => standing.Id == configuration.Id.Value, cancellationToken);
                if ((row?.Version ?? 0) != configuration.Version)
                {
                    throw new StoreConflictException(
                        $"Configuration {configuration.Id} was changed or removed by somebody else since version {configuration.Version} was read. "
                        + "Read it again and repeat the change.");
                }

                await ConfigurationRules.RequireFreeAsync(context, configuration, cancellationToken);
                AuditWriter.Append(context, audit);
                return await WriteAsync(context, row, configuration with { Version = configuration.Version + 1 }, cancellationToken);
            },
            cancellationToken);

    public Task<bool> RemoveAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Configurations,
            async context =>
            {
                await context.Set<ConfigurationOrganisationRow>()
                    .Where(row => row.ConfigurationId == id.Value)
                    .ExecuteDeleteAsync(cancellationToken);
                return await context.Set<ConfigurationRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancellationToken) > 0;
            },
            cancellationToken);

    private static async Task<IReadOnlyList<SyncConfiguration>> ReadAsync(
        IQueryable<ConfigurationRow> configurations,
        IQueryable<ConfigurationOrganisationRow> organisations,
        CancellationToken cancellationToken)
    {
        // One statement, so that a save in between cannot show the settings of one version with the organisations of another.
        var rows = await configurations.AsNoTracking()
            .OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Sequence)
            .Select(row => new
            {
                Row = row,
                Organisations = organisations
                    .Where(organisation => organisation.ConfigurationId == row.Id)
                    .OrderBy(organisation => organisation.Position)
                    .Select(organisation => organisation.KompassOrganisationId)
                    .ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(found => JsonSerializer.Deserialize(found.Row.Settings, StoreJson.Default.SettingsDocument)!
            .ToRecord(found.Row, found.Organisations.ConvertAll(id => new KompassOrganisationId(id))));
    }

    private static async Task<SyncConfiguration> WriteAsync(
        AccountingDbContext context,
        ConfigurationRow? row,
        SyncConfiguration configuration,
        CancellationToken cancellationToken)
    {
        if (row is null)
        {
            row = new() { Id = configuration.Id.Value };
            context.Add(row);
        }

        row.Version = configuration.Version;
        row.CreatedAt = Instants.ToTicks(configuration.CreatedAt);
        row.RemoteOrganisationId = configuration.Connection?.OrganisationId.Value;
        row.Settings = JsonSerializer.Serialize(SettingsDocument.From(configuration), StoreJson.Default.SettingsDocument);
        await context.Set<ConfigurationOrganisationRow>()
            .Where(standing => standing.ConfigurationId == configuration.Id.Value)
            .ExecuteDeleteAsync(cancellationToken);
        context.AddRange(configuration.Organisations.Select((organisation, position) => new ConfigurationOrganisationRow
        {
            KompassOrganisationId = organisation.Value,
            ConfigurationId = configuration.Id.Value,
            Position = position,
        }));
        await context.SaveChangesAsync(cancellationToken);
        return configuration;
    }
}
