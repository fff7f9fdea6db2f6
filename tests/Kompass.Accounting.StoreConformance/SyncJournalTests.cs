namespace Kompass.Accounting.StoreConformance;

/// <summary>Operations, holds, runs and cursors: what every store must do.</summary>
public abstract class SyncJournalTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly RecordKey Client = RecordKey.Of(new ClientId("c1"));
    private static readonly RecordKey Invoice = RecordKey.Of(new InvoiceId("c1"));

    private ISyncJournal Journal => Host.Journal;

    [SkippableFact]
    public async Task Begin_intents_are_read_back_as_they_were_in_their_order()
    {
        var lease = await AcquireAsync();
        Operation[] intents = [.. Enumerable.Range(0, 60).Select(number => Make.Operation(Organisation, 100 - number, number % 2 == 0 ? Client : Invoice))];

        await Journal.BeginAsync(lease, intents, None);

        Assert.Equal(intents, await Journal.GetUnsettledAsync(Organisation, None));
        Assert.Equal(intents.Where(intent => intent.Record == Invoice), await Journal.GetHistoryAsync(Organisation, Invoice, None));
        Assert.Empty(await Journal.GetUnsettledAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task GetOperations_answers_those_of_one_run_in_their_order()
    {
        var lease = await AcquireAsync();
        var run = new RunId(Make.Id(77));
        Operation[] wanted =
        [
            Make.Operation(Organisation, 20, Client, OperationState.Succeeded) with { RunId = run },
            Make.Operation(Organisation, 10, Invoice) with { RunId = run, Action = OperationAction.Undo },
        ];

        await Journal.BeginAsync(lease, [wanted[0], Make.Operation(Organisation, 30, Invoice), wanted[1]], None);

        Assert.Equal(wanted, await Journal.GetOperationsAsync(Organisation, run, None));
        Assert.Empty(await Journal.GetOperationsAsync(OtherOrganisation, run, None));
    }

    [SkippableFact]
    public async Task Record_keeps_an_import_with_what_it_adds_and_takes_both_back()
    {
        var lease = await AcquireAsync();
        var import = new TakeOverImport
        {
            Id = new(Make.Id(5)),
            ConfigurationId = new(Make.Id(1)),
            RemoteOrganisationId = Organisation,
            CreatedAt = Make.Instant,
            RequestedBy = "Ada",
            Contacts = [Make.ContactLink(Organisation, "c1", "x1")],
            Documents = [Make.DocumentLink(Organisation, "i1", "d1")],
            Mappings = [new(MappingKind.TaxRate, "S20", "OUTPUT2"), new(MappingKind.Account, "4000", "a1")],
        };
        await Host.Mappings.SaveMappingsAsync(Organisation, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OLD"), new(MappingKind.TaxRate, "Z0", "ZERO")], None);

        await Journal.RecordAsync(
            lease, new() { ContactLinks = import.Contacts, DocumentLinks = import.Documents, Mappings = import.Mappings, Import = import }, None);

        AssertSame(import, Assert.Single(await Journal.GetImportsAsync(import.ConfigurationId, None)));
        Assert.Equal(import.Contacts, await Host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal(import.Documents, await Host.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Equal(3, (await Host.Mappings.GetMappingsAsync(Organisation, None)).Count);
        Assert.Empty(await Journal.GetImportsAsync(new(Make.Id(2)), None));

        var reverted = import with { RevertedAt = Make.Instant.AddDays(1), RevertedBy = "Bob" };
        await Journal.RecordAsync(
            lease,
            new() { RemovedContactLinks = [new("c1")], RemovedDocumentLinks = [new("i1")], RemovedMappings = import.Mappings, Import = reverted },
            None);

        AssertSame(reverted, Assert.Single(await Journal.GetImportsAsync(import.ConfigurationId, None)));
        Assert.Empty(await Host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Empty(await Host.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Equal([new CodeMapping(MappingKind.TaxRate, "Z0", "ZERO")], await Host.Mappings.GetMappingsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_settles_operations_and_leaves_those_in_doubt()
    {
        var lease = await AcquireAsync();
        await Journal.BeginAsync(lease, [.. Enumerable.Range(10, 4).Select(number => Make.Operation(Organisation, number, Invoice))], None);
        Operation[] settled =
        [
            Make.Operation(Organisation, 10, Invoice, OperationState.Succeeded),
            Make.Operation(Organisation, 11, Invoice, OperationState.Failed),
            Make.Operation(Organisation, 12, Invoice, OperationState.Unknown) with { Error = "timed out", AttemptKey = new("again") },
        ];

        await Journal.RecordAsync(lease, new() { Operations = settled }, None);

        Assert.Equal([settled[2], Make.Operation(Organisation, 13, Invoice)], await Journal.GetUnsettledAsync(Organisation, None));
        Assert.Equal([.. settled, Make.Operation(Organisation, 13, Invoice)], await Journal.GetHistoryAsync(Organisation, Invoice, None));
    }

    [SkippableFact]
    public async Task Record_skips_stand_until_they_are_ended()
    {
        var lease = await AcquireAsync();
        var first = Skip(Client, "v1:1");
        var second = Skip(Invoice, RecordSkip.Gone) with { SkippedAt = Now.AddSeconds(1) };

        await Journal.RecordAsync(lease, new() { Skips = [first, second] }, None);
        await using var restarted = Fixture.Start();
        Assert.Equal([first, second], await restarted.Journal.GetSkipsAsync(Organisation, None));
        Assert.Empty(await Journal.GetSkipsAsync(OtherOrganisation, None));

        await Journal.RecordAsync(lease, new() { Unskipped = [Client], Skips = [second with { Reason = "Another one." }] }, None);

        Assert.Equal([second with { Reason = "Another one." }], await Journal.GetSkipsAsync(Organisation, None));

        RecordSkip Skip(RecordKey record, string hash) => new()
        {
            Record = record,
            Title = "title",
            RecordHash = hash,
            SkippedBy = "Ada",
            SkippedAt = Now,
            Reason = "Entered by hand.",
        };
    }

    [SkippableFact]
    public async Task Record_links_are_removed_before_others_take_their_place()
    {
        var lease = await AcquireAsync();
        await Journal.RecordAsync(
            lease,
            new()
            {
                ContactLinks = [Make.ContactLink(Organisation, "c1", "x1"), Make.ContactLink(Organisation, "c2", "x2")],
                DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1"), Make.DocumentLink(Organisation, "i2", "d2")],
            },
            None);
        await Host.Mappings.SaveReviewAsync(OtherOrganisation, [Make.ContactLink(OtherOrganisation, "c1", "x1")], [], None);

        await Journal.RecordAsync(
            lease,
            new()
            {
                RemovedContactLinks = [new("c1"), new("c2")],
                RemovedDocumentLinks = [new("i1"), new("i2")],
                ContactLinks = [Make.ContactLink(Organisation, "c1", "x2")],
                DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d2")],
                Decisions = [Make.Decision(Organisation, "c2", null, ReviewDecision.Create)],
            },
            None);

        Assert.Equal([Make.ContactLink(Organisation, "c1", "x2")], await Host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal([Make.DocumentLink(Organisation, "i1", "d2")], await Host.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Equal([Make.Decision(Organisation, "c2", null, ReviewDecision.Create)], await Host.Mappings.GetDecisionsAsync(Organisation, None));
        Assert.Single(await Host.Mappings.GetContactLinksAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task SaveRun_tie_out_is_read_back_as_it_was()
    {
        var tieOut = new TieOut
        {
            Lines = [new(DocumentKind.Invoice, new("GBP"), 2, 200.10m, 1, 100.10m)],
            Differences = [new(Invoice, "INV-1", 100, 0, "voided")],
            DifferenceCount = 1,
        };
        var run = new SyncRun { Id = new(Make.Id(7)), ConfigurationId = new(Make.Id(1)), RemoteOrganisationId = Organisation, StartedAt = Now, TieOut = tieOut };

        await Journal.SaveRunAsync(run, None);

        var found = Assert.Single(await Journal.GetRunsAsync(new(Make.Id(1)), 1, None)).TieOut!;
        Assert.Equal(tieOut.Lines, found.Lines);
        Assert.Equal(tieOut.Differences, found.Differences);
        Assert.Equal((1, false), (found.DifferenceCount, found.IsEqual));
    }

    [SkippableFact]
    public async Task Record_everything_is_read_back_as_it_was()
    {
        var lease = await AcquireAsync();
        var batch = new OutcomeBatch
        {
            Operations = [Make.Operation(Organisation, 10, Client, OperationState.Succeeded)],
            ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")],
            DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1"), Make.DocumentLink(Organisation, "i2", "d2") with { Number = null, ClientId = null, AllocatedTo = null, IsVoided = false, Gross = 0.00m }],
            Contacts = [Make.Contact("x1", "Name", Now)],
            Holds = [Make.Hold(Invoice, HoldReason.TotalsDiffer, Now)],
            Cursors = new Dictionary<string, SourceCursor> { ["clients"] = new("1"), ["invoices"] = new("2") },
        };

        await Journal.RecordAsync(lease, batch, None);
        await using var restarted = Fixture.Start();

        Assert.Equal(batch.Operations, await restarted.Journal.GetHistoryAsync(Organisation, Client, None));
        Assert.Equal(batch.ContactLinks, await restarted.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal(batch.DocumentLinks, await restarted.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Equal(batch.Contacts, await restarted.Mirror.GetAllAsync(Organisation, None));
        Assert.Equal(batch.Holds, await restarted.Journal.GetHoldsAsync(Organisation, None));
        var cursors = await restarted.Journal.GetCursorsAsync(Organisation, None);
        Assert.Equal(new Dictionary<string, SourceCursor> { ["clients"] = new("1"), ["invoices"] = new("2") }, cursors);
        Assert.False(cursors.ContainsKey("Clients"));
        Assert.Empty(await restarted.Journal.GetCursorsAsync(OtherOrganisation, None));
    }

    [SkippableTheory]
    [InlineData("contact")]
    [InlineData("client")]
    [InlineData("document")]
    [InlineData("invoice")]
    public async Task Record_with_one_conflicting_link_writes_nothing(string conflict)
    {
        var lease = await AcquireAsync();
        await Journal.BeginAsync(lease, [Make.Operation(Organisation, 10, Client)], None);
        await Journal.RecordAsync(
            lease,
            new() { ContactLinks = [Make.ContactLink(Organisation, "c0", "x0")], DocumentLinks = [Make.DocumentLink(Organisation, "i0", "d0")] },
            None);
        var contactLink = conflict switch
        {
            "contact" => Make.ContactLink(Organisation, "c9", "x0"),
            "client" => Make.ContactLink(Organisation, "c0", "x9"),
            _ => Make.ContactLink(Organisation, "c8", "x8"),
        };
        var documentLink = conflict switch
        {
            "document" => Make.DocumentLink(Organisation, "i9", "d0"),
            "invoice" => Make.DocumentLink(Organisation, "i0", "d9") with { Kind = DocumentKind.Journal },
            _ => Make.DocumentLink(Organisation, "i8", "d8"),
        };

        var exception = await Assert.ThrowsAsync<LinkConflictException>(() => Journal.RecordAsync(
            lease,
            new()
            {
                Operations = [Make.Operation(Organisation, 10, Client, OperationState.Succeeded), Make.Operation(Organisation, 11, Invoice)],
                ContactLinks = [Make.ContactLink(Organisation, "c1", "x1"), contactLink],
                DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1"), documentLink],
                Contacts = [Make.Contact("x1", "Name", Now)],
                Holds = [Make.Hold(Client, HoldReason.NameTaken, Now)],
                Cursors = new Dictionary<string, SourceCursor> { ["clients"] = new("1") },
            },
            None));

        Assert.Contains(conflict is "contact" or "client" ? "c0" : "i0", exception.Message, StringComparison.Ordinal);
        Assert.Equal([Make.Operation(Organisation, 10, Client)], await Journal.GetUnsettledAsync(Organisation, None));
        Assert.Equal("c0", Assert.Single(await Host.Mappings.GetContactLinksAsync(Organisation, None)).ClientId.Value);
        Assert.Equal("i0", Assert.Single(await Host.Mappings.GetDocumentLinksAsync(Organisation, None)).InvoiceId.Value);
        Assert.Empty(await Host.Mirror.GetAllAsync(Organisation, None));
        Assert.Empty(await Journal.GetHoldsAsync(Organisation, None));
        Assert.Empty(await Journal.GetCursorsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_the_same_batch_again_changes_nothing()
    {
        var lease = await AcquireAsync();
        var batch = new OutcomeBatch
        {
            Operations = [Make.Operation(Organisation, 10, Client, OperationState.Succeeded)],
            ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")],
            DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1")],
        };

        await Journal.RecordAsync(lease, batch, None);
        await Journal.RecordAsync(lease, batch, None);

        Assert.Equal(batch.Operations, await Journal.GetHistoryAsync(Organisation, Client, None));
        Assert.Equal(batch.ContactLinks, await Host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal(batch.DocumentLinks, await Host.Mappings.GetDocumentLinksAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_changes_standing_links_of_the_same_records()
    {
        var lease = await AcquireAsync();
        await Journal.RecordAsync(
            lease,
            new() { ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")], DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1")] },
            None);
        var contact = Make.ContactLink(Organisation, "c1", "x1") with { RecordHash = "v1:new", SentName = "New" };
        var document = Make.DocumentLink(Organisation, "i1", "d1") with { RecordHash = "v1:new", IsVoided = false, Gross = 1m };

        await Journal.RecordAsync(lease, new() { ContactLinks = [contact], DocumentLinks = [document] }, None);

        Assert.Equal([contact], await Host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Equal([document], await Host.Mappings.GetDocumentLinksAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_of_a_link_ends_the_decisions_about_it()
    {
        var lease = await AcquireAsync();
        await Host.Mappings.SaveReviewAsync(Organisation, [], [Make.Decision(Organisation, "c1", null, ReviewDecision.Create)], None);

        await Journal.RecordAsync(lease, new() { ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")] }, None);

        Assert.Empty(await Host.Mappings.GetDecisionsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_of_an_operation_for_another_record_than_intended_is_refused()
    {
        var lease = await AcquireAsync();
        await Journal.BeginAsync(lease, [Make.Operation(Organisation, 10, Client)], None);

        await Assert.ThrowsAsync<ArgumentException>(
            () => Journal.RecordAsync(lease, new() { Operations = [Make.Operation(Organisation, 10, Invoice, OperationState.Succeeded)] }, None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Journal.BeginAsync(lease, [Make.Operation(OtherOrganisation, 11, Client)], None));

        Assert.Equal([Make.Operation(Organisation, 10, Client)], await Journal.GetUnsettledAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_a_hold_that_stands_keeps_its_date_until_its_reason_changes()
    {
        var lease = await AcquireAsync();
        await Journal.RecordAsync(lease, new() { Holds = [Make.Hold(Client, HoldReason.NameTaken, Now)] }, None);
        var later = Now.AddHours(1);

        await Journal.RecordAsync(lease, new() { Holds = [Make.Hold(Client, HoldReason.NameTaken, later, "again")] }, None);
        Assert.Equal([Make.Hold(Client, HoldReason.NameTaken, Now, "again")], await Journal.GetHoldsAsync(Organisation, None));

        await Journal.RecordAsync(lease, new() { Holds = [Make.Hold(Client, HoldReason.LookAlike, later)] }, None);
        Assert.Equal([Make.Hold(Client, HoldReason.LookAlike, later)], await Journal.GetHoldsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_releases_the_very_record_and_holds_come_oldest_first()
    {
        var lease = await AcquireAsync();
        await Journal.RecordAsync(
            lease,
            new()
            {
                Holds =
                [
                    Make.Hold(Client, HoldReason.NameTaken, Now.AddHours(2)),
                    Make.Hold(Invoice, HoldReason.TotalsDiffer, Now.AddHours(1)),
                    Make.Hold(RecordKey.Of(new InvoiceId("i2")), HoldReason.TotalsDiffer, Now),
                ],
            },
            None);
        Assert.Equal(["i2", "c1", "c1"], (await Journal.GetHoldsAsync(Organisation, None)).Select(hold => hold.Record.Id));

        await Journal.RecordAsync(lease, new() { Released = [Invoice, RecordKey.Of(new ClientId("unknown"))] }, None);

        Assert.Equal([RecordKey.Of(new InvoiceId("i2")), Client], (await Journal.GetHoldsAsync(Organisation, None)).Select(hold => hold.Record));
    }

    [SkippableFact]
    public async Task SaveRun_adds_then_replaces_and_the_newest_come_first()
    {
        var runs = Enumerable.Range(0, 5).Select(number => new SyncRun
        {
            Id = new(Make.Id(100 + number)),
            ConfigurationId = new(Make.Id(1)),
            RemoteOrganisationId = Organisation,
            StartedAt = Now.AddMinutes(number / 2),
        }).ToList();
        foreach (var run in runs)
        {
            await Journal.SaveRunAsync(run, None);
        }

        await Journal.SaveRunAsync(runs[0] with { Id = new(Make.Id(99)), ConfigurationId = new(Make.Id(2)) }, None);
        runs[4] = runs[4] with
        {
            FinishedAt = Now.AddHours(1),
            Outcome = SyncOutcome.Parked,
            Message = "day limit",
            Counts = new()
            {
                ContactsCreated = 1,
                ContactsUpdated = 2,
                InvoicesCreated = 3,
                CreditNotesCreated = 4,
                JournalsCreated = 5,
                DocumentsUpdated = 6,
                DocumentsVoided = 7,
                CreditsAllocated = 8,
                Held = 9,
                Unknown = 10,
            },
        };
        await Journal.SaveRunAsync(runs[4], None);

        Assert.Equal([runs[4], runs[3], runs[2]], await Journal.GetRunsAsync(new(Make.Id(1)), 3, None));
        Assert.Single(await Journal.GetRunsAsync(new(Make.Id(2)), 10, None));
        Assert.Empty(await Journal.GetRunsAsync(new(Make.Id(3)), 10, None));
    }

    [SkippableFact]
    public async Task Record_and_an_import_racing_for_one_contact_link_it_once()
    {
        var lease = await AcquireAsync();
        var importer = Fixture.Start();
        for (var round = 0; round < 10; round++)
        {
            var contact = $"x{round}";
            var results = await Task.WhenAll(
                AttemptAsync(() => Journal.RecordAsync(lease, new() { ContactLinks = [Make.ContactLink(Organisation, $"a{contact}", contact)] }, None)),
                AttemptAsync(() => importer.Mappings.SaveReviewAsync(
                    Organisation, [Make.ContactLink(Organisation, $"b{contact}", contact, isShared: true)], [], None)));
            Assert.Single(results, succeeded => succeeded);
        }

        Assert.Equal(10, (await Host.Mappings.GetContactLinksAsync(Organisation, None)).Count);
    }

    private static Task<bool> AttemptAsync(Func<Task> write) => Task.Run(async () =>
    {
        try
        {
            await write();
            return true;
        }
        catch (LinkConflictException)
        {
            return false;
        }
    });

    private async Task<Lease> AcquireAsync() => (await Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None))!;

    private static void AssertSame(TakeOverImport expected, TakeOverImport actual)
    {
        Assert.Equal(expected.Contacts, actual.Contacts);
        Assert.Equal(expected.Documents, actual.Documents);
        Assert.Equal(expected.Mappings, actual.Mappings);
        Assert.Equal(expected with { Contacts = [], Documents = [], Mappings = [] }, actual with { Contacts = [], Documents = [], Mappings = [] });
    }
}
