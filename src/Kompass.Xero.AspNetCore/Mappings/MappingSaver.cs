namespace Kompass.Xero.AspNetCore;

/// <summary>Saves what was chosen, and puts what was refused beside its field.</summary>
internal sealed class MappingSaver(IConfigurationManager manager)
{
    private const string NothingSaved = "Nothing was saved. Correct what is marked, then click Save again.";

    /// <returns>The model, with problems when not everything was saved.</returns>
    public async Task<MappingModel> SaveAsync(MappingModel model, SyncConfiguration configuration, string user, CancellationToken cancellationToken)
    {
        if (model.HasUnknown)
        {
            return model with { Problems = [NothingSaved] };
        }

        try
        {
            CodeMapping[] mappings = [.. model.Rows.Where(row => row.Chosen.Length > 0).Select(row => new CodeMapping(model.Kind, row.Code, row.Chosen))];
            await manager.SaveMappingsAsync(configuration.Id, model.Kind, mappings, user, cancellationToken);
        }
        catch (ConfigurationException refused)
        {
            return Refused(model, refused);
        }

        return model.DefaultItem is { } item && item.Chosen != (configuration.DefaultItemCode ?? "")
            ? await SaveDefaultAsync(model, item, configuration, user, cancellationToken)
            : model;
    }

    private async Task<MappingModel> SaveDefaultAsync(
        MappingModel model, MappingRow item, SyncConfiguration configuration, string user, CancellationToken cancellationToken)
    {
        var code = item.Chosen.Length == 0 ? null : item.Chosen;
        try
        {
            await manager.UpdateAsync(configuration.Id, current => current with { DefaultItemCode = code }, user, cancellationToken);
            return model;
        }
        catch (ConfigurationException refused)
        {
            return model with
            {
                Problems = ["The items of the departments and services were saved, the default item was not. Correct it, then click Save again."],
                DefaultItem = item with { Problem = refused.Message },
            };
        }
    }

    private static MappingModel Refused(MappingModel model, ConfigurationException refused)
    {
        var byRow = refused.Problems.ToLookup(problem => problem.Setting, problem => problem.Message);
        var rows = model.Rows.Select(row => string.Join(' ', byRow[$"{model.Kind} '{row.Code}'"]) is { Length: > 0 } message ? row with { Problem = message } : row).ToList();
        var settings = model.Rows.Select(row => $"{model.Kind} '{row.Code}'").ToHashSet();
        return model with
        {
            Rows = rows,
            Problems = [NothingSaved, .. refused.Problems.Where(problem => !settings.Contains(problem.Setting)).Select(problem => problem.Message)],
        };
    }
}
