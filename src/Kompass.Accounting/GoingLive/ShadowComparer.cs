namespace Kompass.Accounting;

internal sealed class ShadowComparer(LedgerDocumentReader reader, Planner planner, IEntropy entropy) : IShadowComparer
{
    public async Task<ShadowReport> CompareAsync(
        ConfigurationId configuration,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (observed, documents) = await reader.ReadAsync(configuration, everyKind: true, progress, cancellationToken);

        // A pilot would leave most of the plan waiting; here everything is compared.
        var observation = observed with { Configuration = observed.Configuration with { Pilot = null } };
        var plan = planner.Plan(observation, new(entropy.NewGuid()), cancellationToken);
        return new()
        {
            ConfigurationId = configuration,
            From = observation.Configuration.CutOverDate!.Value,
            CreatedAt = observation.ObservedAt,
            Plan = plan,
            Rows = ShadowRows.Of(observation, plan, new(documents, observation.DocumentLinks.Values)),
        };
    }
}
