using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class ContactReviewer(
    IConfigurationStore configurations,
    IMappingStore mappings,
    ReviewDesk desk,
    RowObserver observer,
    TimeProvider clock,
    ILogger<ContactReviewer> logger) : IContactReview
{
    private const string Unchanged = "Nothing is decided about it, so there is nothing to take back.";
    private const string Used = "The link was made or used by a sync and cannot be taken back here. Remove it under Contacts.";

    public async Task<IReadOnlyList<KeptComparison>> ListAsync(ConfigurationId configuration, CancellationToken cancellationToken)
    {
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await desk.ListAsync(found, connection, cancellationToken);
    }

    public async Task<ContactReview?> OpenAsync(ConfigurationId configuration, ReconciliationId? report, CancellationToken cancellationToken)
    {
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await desk.OpenAsync(found, connection, report, cancellationToken);
    }

    public async Task<ReviewResult> DecideAsync(
        ConfigurationId configuration,
        ReconciliationId report,
        IReadOnlyCollection<RowDecision> decisions,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        var review = await RequireAsync(found, connection, report, cancellationToken);
        var decided = decisions.Select(decision => (Require(review, decision.Row).Row, Decision: decision)).ToList();
        if (decided.Select(entry => entry.Row.Number).Distinct().Count() < decided.Count)
        {
            throw new ArgumentException("A row is decided once at a time.", nameof(decisions));
        }

        var context = await observer.ObserveAsync(found, connection, review.Report, decided, requestedBy, cancellationToken);
        var gone = decided.Select(entry => VanishedRows.Find(entry.Row, entry.Decision, context)).OfType<RowRefusal>().ToList();
        var there = decided.Where(entry => gone.TrueForAll(refusal => refusal.Row != entry.Row.Number));
        var outcome = new ReviewInterpreter(context).Interpret(RowLines.Of(review.Report, there, context.Clients));
        List<RowRefusal> refusals = [.. gone, .. outcome.Errors.Select(error => new RowRefusal(error.Line, error.Message))];
        try
        {
            if (outcome.Links.Count + outcome.Decisions.Count > 0)
            {
                var audit = ReviewAudit.Of(AuditAction.Link, outcome.Links, outcome.Decisions, configuration, requestedBy, clock.GetUtcNow());
                await mappings.SaveReviewAsync(connection.OrganisationId, outcome.Links, outcome.Decisions, audit, cancellationToken);
            }
        }
        catch (LinkConflictException conflict)
        {
            return new() { Rows = [], Refusals = [new(0, $"Somebody linked one of these contacts or clients meanwhile: {conflict.Message} Nothing was changed; look at the rows again.")] };
        }

        logger.Decided(review.Report.Id, connection.OrganisationId, requestedBy, outcome.Links.Count, outcome.Decisions.Count, refusals.Count);
        var refused = refusals.Select(refusal => refusal.Row).ToHashSet();
        return new()
        {
            Rows = [.. decided.Select(entry => entry.Row.Number).Where(number => !refused.Contains(number))],
            Links = outcome.Links,
            Decisions = outcome.Decisions,
            Refusals = refusals,
        };
    }

    public async Task<ReviewResult> TakeBackAsync(
        ConfigurationId configuration,
        ReconciliationId report,
        IReadOnlyCollection<int> rows,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        var review = await RequireAsync(found, connection, report, cancellationToken);
        var asked = rows.Distinct().Select(number => Require(review, number)).ToLookup(row => row.CanTakeBack);
        var links = asked[true].Where(row => row.State == ReviewState.Linked).Select(row => row.Link!).Distinct().ToList();
        var decisions = asked[true].Select(row => row.Decision).OfType<ContactDecision>().Distinct().ToList();
        if (links.Count + decisions.Count > 0)
        {
            var audit = ReviewAudit.OfTakingBack(links, decisions, configuration, requestedBy, clock.GetUtcNow());
            await mappings.TakeBackReviewAsync(connection.OrganisationId, links, decisions, audit, cancellationToken);
            logger.TakenBack(review.Report.Id, connection.OrganisationId, requestedBy, links.Count, decisions.Count);
        }

        return new()
        {
            Rows = [.. asked[true].Select(row => row.Row.Number)],
            Refusals = [.. asked[false].Select(row => new RowRefusal(row.Row.Number, row.State == ReviewState.Open ? Unchanged : Used))],
        };
    }

    private async Task<ContactReview> RequireAsync(
        SyncConfiguration configuration, RemoteConnection connection, ReconciliationId report, CancellationToken cancellationToken) =>
        await desk.OpenAsync(configuration, connection, report, cancellationToken)
        ?? throw new ConfigurationException(new ConfigurationProblem(
            nameof(ReconciliationReport.Id),
            $"The configuration has no comparison '{report}' with {connection.OrganisationName}. Compare again, and decide upon the new one."));

    private static ReviewedRow Require(ContactReview review, int number) =>
        review.Find(number)
        ?? throw new ConfigurationException(new ConfigurationProblem(
            nameof(ReconciliationRow.Number), $"The comparison has no row {number}. Open it again, and decide upon what it lists."));
}
