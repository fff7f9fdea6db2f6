namespace Kompass.Accounting.StoreConformance;

/// <summary>Finished comparisons: what every store must do.</summary>
public abstract class ReconciliationStoreTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly ConfigurationId Configuration = new(Make.Id(1));

    private IReconciliationStore Store => Host.Reconciliations;

    [SkippableFact]
    public async Task Save_a_report_is_read_back_as_it_was()
    {
        var report = Report(10, Now);
        await Store.SaveAsync(report, None);

        var read = await Store.GetAsync(report.Id, None);

        Assert.NotNull(read);
        Assert.Equal(report.Rows, read.Rows);
        Assert.Equal(report.Organisations, read.Organisations);
        Assert.Equal(report with { Rows = [], Organisations = [] }, read with { Rows = [], Organisations = [] });
        Assert.Equal(1, read.Remaining);
        Assert.Null(await Store.GetAsync(new(Make.Id(11)), None));
    }

    [SkippableFact]
    public async Task Save_the_same_id_again_replaces_it()
    {
        await Store.SaveAsync(Report(10, Now), None);
        await Store.SaveAsync(Report(10, Now) with { RequestedBy = "Bob" }, None);

        Assert.Equal("Bob", (await Store.GetAsync(new(Make.Id(10)), None))?.RequestedBy);
    }

    [SkippableFact]
    public async Task GetLatest_answers_the_newest_of_the_configuration_and_organisation()
    {
        await Store.SaveAsync(Report(12, Now.AddHours(1)), None);
        await Store.SaveAsync(Report(10, Now), None);
        await Store.SaveAsync(Report(11, Now.AddHours(2)) with { RemoteOrganisationId = OtherOrganisation }, None);
        await Store.SaveAsync(Report(13, Now.AddHours(3)) with { ConfigurationId = new(Make.Id(2)) }, None);

        Assert.Equal(Make.Id(12), (await Store.GetLatestAsync(Configuration, Organisation, None))?.Id.Value);
        Assert.Null(await Store.GetLatestAsync(new(Make.Id(3)), Organisation, None));

        await Store.SaveAsync(Report(14, Now.AddHours(1)), None);
        Assert.Equal(Make.Id(14), (await Store.GetLatestAsync(Configuration, Organisation, None))?.Id.Value);
    }

    [SkippableFact]
    public async Task List_answers_the_newest_first_without_their_rows_and_no_more_than_asked()
    {
        await Store.SaveAsync(Report(12, Now.AddHours(1)), None);
        await Store.SaveAsync(Report(10, Now) with { RequestedBy = "Bob", Organisations = [new("kompass-3")] }, None);
        await Store.SaveAsync(Report(11, Now.AddHours(2)) with { RemoteOrganisationId = OtherOrganisation }, None);
        await Store.SaveAsync(Report(13, Now.AddHours(3)) with { ConfigurationId = new(Make.Id(2)) }, None);
        await Store.SaveAsync(Report(14, Now.AddHours(1)), None);

        var listed = await Store.ListAsync(Configuration, Organisation, 10, None);

        Assert.Equal([Make.Id(14), Make.Id(12), Make.Id(10)], listed.Select(header => header.Id.Value));
        var oldest = listed[^1];
        Assert.Equal((Configuration, Organisation, Now, "Bob"), (oldest.ConfigurationId, oldest.RemoteOrganisationId, oldest.CreatedAt, oldest.RequestedBy));
        Assert.Equal([new KompassOrganisationId("kompass-3")], oldest.Organisations);
        Assert.Equal(Make.Id(14), Assert.Single(await Store.ListAsync(Configuration, Organisation, 1, None)).Id.Value);
        Assert.Empty(await Store.ListAsync(new(Make.Id(3)), Organisation, 10, None));
    }

    [SkippableFact]
    public async Task Remove_takes_the_old_ones_and_leaves_the_newest_whatever_their_age()
    {
        for (var number = 10; number < 15; number++)
        {
            await Store.SaveAsync(Report(number, Now.AddDays(number - 20)), None);
        }

        await Store.SaveAsync(Report(20, Now.AddDays(-30)) with { RemoteOrganisationId = OtherOrganisation }, None);
        await Store.SaveAsync(Report(21, Now.AddDays(-30)) with { ConfigurationId = new(Make.Id(2)) }, None);

        Assert.Equal(0, await Store.RemoveAsync(Configuration, Organisation, Now, 5, None));
        Assert.Equal(2, await Store.RemoveAsync(Configuration, Organisation, Now.AddDays(-8), 1, None));
        Assert.Equal([Make.Id(14), Make.Id(13), Make.Id(12)], (await Store.ListAsync(Configuration, Organisation, 10, None)).Select(header => header.Id.Value));
        Assert.Equal(1, await Store.RemoveAsync(Configuration, Organisation, Now, 2, None));
        Assert.Null(await Store.GetAsync(new(Make.Id(12)), None));
        Assert.NotNull(await Store.GetAsync(new(Make.Id(20)), None));
        Assert.NotNull(await Store.GetAsync(new(Make.Id(21)), None));
    }

    private static ReconciliationReport Report(int number, DateTimeOffset createdAt) => new()
    {
        Id = new(Make.Id(number)),
        ConfigurationId = Configuration,
        RemoteOrganisationId = Organisation,
        Organisations = [new("kompass-1"), new("kompass-2")],
        CreatedAt = createdAt,
        RequestedBy = "Ada",
        Rows =
        [
            new()
            {
                Number = 1,
                Status = ReconciliationStatus.Candidate,
                Contact = Make.Contact("x1", "Müller", createdAt),
                Client = Make.Client("c1"),
                Confidence = 87.50m,
                Band = ConfidenceBand.High,
                Reason = "same name",
                Decision = ReviewDecision.Ignore,
            },
            new() { Number = 2, Status = ReconciliationStatus.ClientOnly, Client = Make.Client("c2"), Band = ConfidenceBand.None, Reason = "none" },
        ],
    };
}
