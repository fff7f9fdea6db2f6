namespace Kompass.Accounting.StoreConformance;

/// <summary>Random calls, each compared with what dictionaries say.</summary>
public abstract class RandomSequenceTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private const int Steps = 150;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Calls_in_any_order_answer_what_the_model_answers(int seed)
    {
        if (seed > 1)
        {
            UnderCi.Only("One seed stands for all");
        }

        StoreHost[] hosts = [Host, Fixture.Start()];
        var model = new ReferenceBooks();
        var steps = new RandomSteps(seed, Organisation);
        var lease = new Lease(Organisation, "nobody", 0, Now);
        Lease? stale = null;
        for (var number = 0; number < Steps; number++)
        {
            var host = hosts[number % hosts.Length];
            switch (steps.Step())
            {
                case < 8:
                    await host.Journal.ReleaseAsync(lease, None);
                    stale = lease;
                    lease = (await host.Journal.TryAcquireAsync(Organisation, $"owner {number}", TimeSpan.FromHours(1), None))!;
                    model.TakeOver();
                    Assert.Equal(model.Epoch, lease.Epoch);
                    break;
                case < 14 when stale is not null:
                    await Assert.ThrowsAsync<LeaseLostException>(() => host.Journal.RecordAsync(stale, steps.Batch(), None));
                    break;
                case < 35:
                    var links = steps.ContactLinks(3);
                    var decisions = steps.Decisions(3);
                    await ExpectAsync(
                        model.Review(links, decisions),
                        () => host.Mappings.SaveReviewAsync(Organisation, links, decisions, None),
                        number);
                    break;
                case < 45:
                    var client = steps.Client();
                    Assert.Equal(model.Remove(client), await host.Mappings.RemoveContactLinkAsync(Organisation, client, None));
                    break;
                case < 49 when lease.Epoch > 0:
                    var before = steps.Past();
                    var archived = model.SettledBefore(before);
                    Assert.Equal(archived.Count, await host.Journal.ArchiveAsync(lease, before, 1000, None));
                    steps.Forget(archived);
                    model.Archive(archived);
                    break;
                case < 65 when lease.Epoch > 0:
                    var intents = steps.Intents();
                    model.Record(new() { Operations = intents });
                    await host.Journal.BeginAsync(lease, intents, None);
                    break;
                default:
                    var batch = steps.Batch();
                    if (lease.Epoch == 0)
                    {
                        await Assert.ThrowsAsync<LeaseLostException>(() => host.Journal.RecordAsync(lease, batch, None));
                    }
                    else
                    {
                        await ExpectAsync(model.Record(batch), () => host.Journal.RecordAsync(lease, batch, None), number);
                    }

                    break;
            }

            if (number % 10 == 9)
            {
                await AssertEqualAsync(model, hosts[(number / 10) % hosts.Length], steps.Record());
            }
        }
    }

    private static async Task ExpectAsync(bool isTaken, Func<Task> call, int number)
    {
        var exception = await Record.ExceptionAsync(call);
        Assert.True(isTaken ? exception is null : exception is LinkConflictException, $"Step {number}, expected {(isTaken ? "success" : "a conflict")}: {exception}");
    }

    private static async Task AssertEqualAsync(ReferenceBooks model, StoreHost host, RecordKey record)
    {
        Assert.Equal(model.ContactLinks, await host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal(model.DocumentLinks, await host.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Equal(model.Decisions, await host.Mappings.GetDecisionsAsync(Organisation, None));
        Assert.Equal(model.Holds, (await host.Journal.GetHoldsAsync(Organisation, None)).OrderBy(hold => hold.Record.ToString(), StringComparer.Ordinal));
        Assert.Equal(
            model.Operations.Where(operation => operation.State is OperationState.Intended or OperationState.Unknown),
            await host.Journal.GetUnsettledAsync(Organisation, None));
        Assert.Equal(
            model.Operations.Where(operation => operation.Record == record),
            await host.Journal.GetHistoryAsync(Organisation, record, None));
    }
}
