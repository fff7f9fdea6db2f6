namespace Kompass.Accounting.Tests;

public sealed class ImportTests : IAsyncLifetime
{
    private readonly Rig _rig = new();
    private Sheet _sheet = null!;

    public async Task InitializeAsync()
    {
        _rig.Contacts.Put(
            Build.Contact("a1", "Acme Limited"),
            Build.Contact("b2", "Borealis Shipping Limited"),
            Build.Contact("c3", "Cirrus Café") with { IsCustomer = false, IsSupplier = true },
            Build.Contact("d4", "Dune Limited") with { Status = ContactStatus.Archived },
            Build.Contact("e5", "Ember Limited") with { MergedInto = Build.ContactId("a1") });
        _rig.Clients.Put(
            Build.Client("K1", "Acme Ltd"),
            Build.Client("K2", "Borealis Shipping"),
            Build.Client("K4", "Dune"),
            Build.Client("K5", "Ember"),
            Build.Client("K6", "Quixote Mills"),
            Build.Client("K7", "Solitary Weavers"));
        _sheet = await _rig.ExportAsync(await _rig.CompareAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task ImportAsync_of_the_untouched_file_changes_nothing()
    {
        var result = await _rig.ImportAsync(_sheet);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Empty(result.Links);
        Assert.Empty(result.Decisions);
        Assert.Equal(_sheet.Rows, result.Rows);
        Assert.Equal(0, _rig.Mappings.Reviews);
    }

    [Fact]
    public async Task ImportAsync_links_only_rows_decided_link()
    {
        _sheet[Contact("a1"), "decision"] = " LINK ";

        var result = await _rig.ImportAsync(_sheet);

        var link = Assert.Single(result.Links);
        Assert.True(result.IsImported);
        Assert.Equal(LinkOrigin.Reconciled, link.Origin);
        Assert.Equal(Build.Now, link.CreatedAt);
        Assert.Equal("ada", link.CreatedBy);
        Assert.Equal([$"K1={Build.ContactId("a1")}"], await _rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_as_a_dry_run_says_what_would_change_and_changes_nothing()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Client("K6"), "decision"] = "create";
        var saves = _rig.Mirror.Saves;

        var result = await _rig.ImportAsync(_sheet, dryRun: true);

        Assert.True(result.IsDryRun);
        Assert.False(result.IsImported);
        Assert.Single(result.Links);
        Assert.Single(result.Decisions);
        Assert.Empty(await _rig.LinksAsync());
        Assert.Empty(await _rig.DecisionsAsync());
        Assert.Equal((0, saves), (_rig.Mappings.Reviews, _rig.Mirror.Saves));
    }

    [Fact]
    public async Task ImportAsync_tells_row_by_row_what_was_and_what_will_be()
    {
        await _rig.Mappings.SaveReviewAsync(
            _rig.Organisation,
            [],
            [
                new()
                {
                    RemoteOrganisationId = _rig.Organisation,
                    RemoteContactId = Build.ContactId("c3"),
                    Decision = ReviewDecision.Ignore,
                    DecidedAt = Build.Now,
                    DecidedBy = "eve",
                },
            ],
            CancellationToken.None);
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Contact("b2"), "decision"] = "link";
        _sheet[Contact("b2"), "kompass_id"] = "K7";
        _sheet[Contact("c3"), "decision"] = "link";
        _sheet[Contact("c3"), "kompass_id"] = "K6";

        var result = await _rig.ImportAsync(_sheet, dryRun: true);

        Assert.Equal(result.Changes.Select(change => change.Line).Order(), result.Changes.Select(change => change.Line));
        var byContact = result.Changes.ToDictionary(change => change.Contact!.Id, change => (change.Client!.Id.Value, change.Before, change.After));
        Assert.Equal(("K1", "not decided", "linked to client Acme Ltd ('K1')"), byContact[Build.ContactId("a1")]);
        Assert.Equal(
            ("K7", "not decided; the candidate was client Borealis Shipping ('K2')", "linked to client Solitary Weavers ('K7')"),
            byContact[Build.ContactId("b2")]);
        Assert.Equal(
            ("K6", $"decided ignore by eve on {Build.Now:yyyy-MM-dd}", "linked to client Quixote Mills ('K6')"), byContact[Build.ContactId("c3")]);
    }

    [Fact]
    public async Task ImportAsync_twice_changes_nothing_the_second_time()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Contact("b2"), "decision"] = "create";
        _sheet[Contact("c3"), "decision"] = "ignore";
        _sheet[Client("K6"), "decision"] = "create";
        _sheet[Client("K7"), "decision"] = "ignore";
        var first = await _rig.ImportAsync(_sheet);
        var (links, decisions) = (await _rig.LinksAsync(), await _rig.DecisionsAsync());
        _rig.Clock.Advance(TimeSpan.FromHours(1));

        var second = await _rig.ImportAsync(_sheet);

        Assert.Equal((1, 0, 4), (first.Links.Count, first.AlreadyLinked, first.Decisions.Count));
        Assert.Equal((0, 1, 0), (second.Links.Count, second.AlreadyLinked, second.Decisions.Count));
        Assert.Empty(second.Errors);
        Assert.Equal(links, await _rig.LinksAsync());
        Assert.Equal(decisions, await _rig.DecisionsAsync());
        Assert.Equal(1, _rig.Mappings.Reviews);
    }

    [Fact]
    public async Task ImportAsync_remembers_create_and_ignore_for_what_each_row_is_about()
    {
        _sheet[Contact("b2"), "decision"] = "create";
        _sheet[Contact("c3"), "decision"] = "ignore";
        _sheet[Contact("a1"), "decision"] = "ignore";
        _sheet[Client("K6"), "decision"] = "create";
        _sheet[Client("K7"), "decision"] = "ignore";

        await _rig.ImportAsync(_sheet);

        Assert.Equal(
            new[]
            {
                $"Create K2 {Build.ContactId("b2")}", "Create K6 -", $"Ignore - {Build.ContactId("c3")}", $"Ignore - {Build.ContactId("a1")}", "Ignore K7 -",
            }.Order(StringComparer.Ordinal),
            await _rig.DecisionsAsync());
    }

    [Fact]
    public async Task ImportAsync_changes_a_remembered_decision()
    {
        _sheet[Client("K6"), "decision"] = "create";
        await _rig.ImportAsync(_sheet);
        _sheet[Client("K6"), "decision"] = "ignore";

        Assert.Single((await _rig.ImportAsync(_sheet)).Decisions);
        Assert.Equal(["Ignore K6 -"], await _rig.DecisionsAsync());
    }

    [Fact]
    public async Task ImportAsync_of_a_link_ends_the_decisions_about_both()
    {
        _sheet[Contact("a1"), "decision"] = "create";
        await _rig.ImportAsync(_sheet);
        _sheet[Contact("a1"), "decision"] = "link";

        Assert.Single((await _rig.ImportAsync(_sheet)).Links);
        Assert.Empty(await _rig.DecisionsAsync());
    }

    [Fact]
    public async Task ImportAsync_keeps_a_client_to_create_when_its_rejected_contact_is_ignored_in_the_same_file()
    {
        _sheet[Contact("a1"), "decision"] = "create";
        await _rig.ImportAsync(_sheet);
        var next = await _rig.ExportAsync(await _rig.CompareAsync());
        next[next.RowOf("xero_uuid", Build.ContactId("a1").Value), "decision"] = "ignore";
        next.Cells.Add([.. next.Cells[1].Select(_ => "")]);
        next[next.Rows - 1, "kompass_id"] = "K1";
        next[next.Rows - 1, "decision"] = "create";

        var result = await _rig.ImportAsync(next);

        Assert.Empty(result.Errors);
        Assert.Equal(new[] { "Create K1 -", $"Ignore - {Build.ContactId("a1")}" }, await _rig.DecisionsAsync());
        Assert.Empty((await _rig.ImportAsync(next)).Decisions);
    }

    [Fact]
    public async Task ImportAsync_links_the_client_that_a_person_wrote_instead()
    {
        _sheet[Contact("a1"), "kompass_id"] = "K6";
        _sheet[Contact("a1"), "decision"] = "link";

        Assert.Empty((await _rig.ImportAsync(_sheet)).Errors);
        Assert.Equal([$"K6={Build.ContactId("a1")}"], await _rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_links_a_contact_that_a_person_pasted_into_a_clients_row()
    {
        _sheet[Client("K6"), "xero_uuid"] = $"{{{Build.ContactId("c3").Value.ToUpperInvariant()}}} ";
        _sheet[Client("K6"), "decision"] = "link";

        Assert.Empty((await _rig.ImportAsync(_sheet)).Errors);
        Assert.Equal([$"K6={Build.ContactId("c3")}"], await _rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_names_rows_that_were_edited_but_not_decided()
    {
        _sheet[Contact("a1"), "kompass_id"] = "K6";
        _sheet[Contact("b2"), "kompass_id"] = "";

        var result = await _rig.ImportAsync(_sheet);

        Assert.Empty(result.Errors);
        Assert.Equal(
            new[] { (Line(Contact("a1")), "kompass_id"), (Line(Contact("b2")), "kompass_id") }.Order(),
            result.Warnings.Select(warning => (warning.Line, warning.Column!)).Order());
        Assert.Contains(result.Warnings, warning => warning.Message.Contains("from 'K1' to 'K6', but the row is not decided", StringComparison.Ordinal));
        Assert.Empty(await _rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_names_a_remembered_decision_that_was_cleared()
    {
        _sheet[Client("K6"), "decision"] = "ignore";
        await _rig.ImportAsync(_sheet);
        var next = await _rig.ExportAsync(await _rig.CompareAsync());
        Assert.Equal("ignore", next[next.RowOf("kompass_id", "K6"), "decision"]);
        next[next.RowOf("kompass_id", "K6"), "decision"] = "";

        var result = await _rig.ImportAsync(next);

        var warning = Assert.Single(result.Warnings);
        Assert.Equal((Line(next.RowOf("kompass_id", "K6")), "decision"), (warning.Line, warning.Column));
        Assert.Contains("stays", warning.Message, StringComparison.Ordinal);
        Assert.Equal(["Ignore K6 -"], await _rig.DecisionsAsync());
    }

    [Fact]
    public async Task ImportAsync_of_an_older_report_is_checked_against_the_present()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Contact("b2"), "decision"] = "link";
        await _rig.CompareAsync();
        await _rig.LinkAsync(Build.Link("K1", "a1"));

        var result = await _rig.ImportAsync(_sheet);

        Assert.Equal((1, 1, 0), (result.Links.Count, result.AlreadyLinked, result.Errors.Count));
    }

    [Fact]
    public async Task ImportAsync_sees_a_contact_that_was_archived_since_the_comparison()
    {
        _rig.Clock.Advance(LedgerCatalogueCache.Lifetime);
        _sheet[Contact("a1"), "decision"] = "link";
        _rig.Contacts.Put(Build.Contact("a1", "Acme Limited") with { Status = ContactStatus.Archived, UpdatedAt = Build.Now });

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((Line(Contact("a1")), "xero_uuid"), (error.Line, error.Column));
        Assert.Contains("archived in Xero. Restore it there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_reads_only_what_changed_and_keeps_it()
    {
        _rig.Clock.Advance(LedgerCatalogueCache.Lifetime);
        _sheet[Contact("a1"), "decision"] = "link";
        _rig.Contacts.Put(Build.Contact("f6", "Fjord") with { UpdatedAt = Build.Now.AddMinutes(-20) });
        _rig.Ledger.Forget();

        await _rig.ImportAsync(_sheet);

        Assert.Equal("Contacts.Read", Assert.Single(_rig.Ledger.Calls).Name);
        Assert.Equal(6, (await _rig.Mirror.GetAllAsync(_rig.Organisation, default)).Count);
        Assert.Equal(Build.Now.AddMinutes(-20), await _rig.Mirror.GetWatermarkAsync(_rig.Organisation, default));
    }

    [Fact]
    public async Task ImportAsync_right_after_the_comparison_costs_no_call()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _rig.Clock.Advance(LedgerCatalogueCache.Lifetime - TimeSpan.FromTicks(1));
        _rig.Ledger.Forget();

        Assert.Single((await _rig.ImportAsync(_sheet)).Links);

        Assert.Empty(_rig.Ledger.Calls);
    }

    [Fact]
    public async Task ImportAsync_after_the_sync_created_a_contact_repeats_create_without_a_word()
    {
        _sheet[Client("K6"), "decision"] = "create";
        await _rig.ImportAsync(_sheet);
        await _rig.LinkAsync(Build.Link("K6", "f6", LinkOrigin.Created));

        var result = await _rig.ImportAsync(_sheet);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Decisions);
    }

    [Fact]
    public async Task ImportAsync_with_any_error_imports_nothing()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Client("K6"), "decision"] = "yes";

        var result = await _rig.ImportAsync(_sheet);

        Assert.False(result.IsImported);
        Assert.Empty(result.Links);
        Assert.Empty(await _rig.LinksAsync());
        Assert.Single(result.Errors);
    }

    [Fact]
    public async Task ImportAsync_names_every_error_of_the_file()
    {
        _sheet[Contact("a1"), "decision"] = "yes";
        _sheet[Contact("b2"), "decision"] = "link";
        _sheet[Contact("b2"), "kompass_id"] = "K99";
        _sheet[Client("K6"), "decision"] = "link";

        Assert.Equal(
            new[] { Line(Contact("a1")), Line(Contact("b2")), Line(Client("K6")) }.Order(),
            (await _rig.ImportAsync(_sheet)).Errors.Select(error => error.Line).Order());
    }

    public static TheoryData<string, string, string, string, string, string> BadRows => new()
    {
        // row, column edited, text, decision, column named, part of the message
        { "a1", "decision", "yes", "yes", "decision", "'yes' is not a decision. Write link, create or ignore" },
        { "a1", "kompass_id", "K99", "link", "kompass_id", "No client has the id 'K99'" },
        { "a1", "kompass_id", "k1", "link", "kompass_id", "No client has the id 'k1'" },
        { "a1", "kompass_id", "", "link", "kompass_id", "decided link needs a client" },
        { "a1", "kompass_id", "", "create", "kompass_id", "decided create needs a client" },
        { "c3", "kompass_id", "", "create", "kompass_id", "decide ignore to leave the contact alone" },
        { "a1", "xero_uuid", "c0ffee00-0000-4000-8000-0000000000ff", "link", "xero_uuid", "No contact has the id" },
        { "a1", "xero_uuid", "c0ffee00-0000-4000-8000-0000000000ff", "ignore", "xero_uuid", "No contact has the id" },
        { "a1", "xero_uuid", "Acme Limited", "create", "xero_uuid", "No contact has the id 'Acme Limited'" },
        { "a1", "xero_uuid", "", "link", "xero_uuid", "decided link needs a contact" },
        { "a1", "kompass_id", "1.23457E+11", "link", "kompass_id", "a number that the spreadsheet shortened" },
        { "a1", "kompass_id", "1,23457E+11", "create", "kompass_id", "the report listed 'K1'" },
        { "d4", "kompass_id", "K4", "link", "xero_uuid", "archived in Xero. Restore it there" },
        { "e5", "kompass_id", "K5", "link", "xero_uuid", "was merged into contact" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task ImportAsync_refuses_a_bad_row_with_its_line_and_column(
        string contact, string column, string text, string decision, string named, string message)
    {
        var row = Contact(contact);
        _sheet[row, column] = text;
        _sheet[row, "decision"] = decision;

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((Line(row), named), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(await _rig.LinksAsync());
        Assert.Empty(await _rig.DecisionsAsync());
    }

    [Fact]
    public async Task ImportAsync_refuses_two_contacts_for_one_client()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Contact("b2"), "decision"] = "link";
        _sheet[Contact("b2"), "kompass_id"] = "K1";

        AssertSecondOf(Contact("a1"), Contact("b2"), "kompass_id", (await _rig.ImportAsync(_sheet)).Errors);
    }

    [Fact]
    public async Task ImportAsync_refuses_one_contact_on_two_rows_with_different_clients()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet[Client("K6"), "xero_uuid"] = Build.ContactId("a1").Value;
        _sheet[Client("K6"), "decision"] = "link";

        AssertSecondOf(Contact("a1"), Client("K6"), "kompass_id", (await _rig.ImportAsync(_sheet)).Errors);
    }

    [Fact]
    public async Task ImportAsync_refuses_contradicting_decisions_about_one_client()
    {
        var row = Client("K6");
        _sheet[row, "decision"] = "create";
        _sheet[Contact("a1"), "kompass_id"] = "K6";
        _sheet[Contact("a1"), "decision"] = "link";

        AssertSecondOf(Contact("a1"), row, "decision", (await _rig.ImportAsync(_sheet)).Errors);
    }

    [Fact]
    public async Task ImportAsync_counts_a_repeated_row_once()
    {
        _sheet[Contact("a1"), "decision"] = "link";
        _sheet.Cells.Add([.. _sheet.Cells[1 + Contact("a1")]]);

        var result = await _rig.ImportAsync(_sheet);

        Assert.Single(result.Links);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal(Line(_sheet.Rows - 1), warning.Line);
        Assert.Contains($"repeats row {Line(Contact("a1"))}", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("K1", "b2", "link", "kompass_id", "is linked to contact Borealis")]
    [InlineData("K2", "a1", "link", "xero_uuid", "is linked to client Borealis Shipping ('K2') already")]
    [InlineData("K2", "a1", "ignore", "decision", "cannot be ignored")]
    [InlineData("K1", "b2", "create", "decision", "needs no new one")]
    public async Task ImportAsync_refuses_what_a_standing_link_forbids(string client, string linkedTo, string decision, string column, string message)
    {
        await _rig.LinkAsync(Build.Link(client, linkedTo));
        _sheet[Contact("a1"), "decision"] = decision;

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((Line(Contact("a1")), column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("link first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_refuses_to_ignore_a_linked_client()
    {
        await _rig.LinkAsync(Build.Link("K6", "c3"));
        _sheet[Client("K6"), "decision"] = "ignore";

        Assert.Equal("decision", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Column);
    }

    [Fact]
    public async Task ImportAsync_refuses_a_decision_on_a_row_with_neither_contact_nor_client()
    {
        var row = Client("K6");
        _sheet[row, "kompass_id"] = "";
        _sheet[row, "decision"] = "ignore";

        Assert.Equal("kompass_id", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Column);
    }

    [Fact]
    public async Task ImportAsync_when_somebody_links_meanwhile_imports_nothing_and_says_so()
    {
        _rig.Clock.Advance(LedgerCatalogueCache.Lifetime);
        _sheet[Contact("a1"), "decision"] = "link";
        var rig = _rig;
        rig.Ledger.FaultBefore = _ => null;
        var raced = false;
        rig.Ledger.FaultAfter = _ =>
        {
            raced = true;
            return null;
        };
        var store = new RacingMappings(rig.Mappings, Build.Link("K6", "a1"));
        var reader = new ContactReader(rig.Contacts, rig.Mirror, rig.Clock);
        var importer = new ReviewImporter(
            store, rig.Reports, rig.Clients, rig.Mirror, reader, Build.Provider, rig.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<ReviewImporter>.Instance);

        var result = await importer.ImportAsync(
            rig.Configuration, rig.Configuration.Connection!, new MemoryStream(_sheet.ToBytes()), new("ada", false), default);

        Assert.True(raced);
        Assert.False(result.IsImported);
        Assert.Contains("meanwhile", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
        Assert.Equal([$"K6={Build.ContactId("a1")}"], await rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_refuses_a_report_that_is_not_known()
    {
        for (var row = 0; row < _sheet.Rows; row++)
        {
            _sheet[row, "report"] = "11111111-2222-3333-4444-555555555555";
        }

        var error = Assert.Single((await _rig.ImportAsync(_sheet)).Errors);

        Assert.Equal((2, "report"), (error.Line, error.Column));
        Assert.Contains("No comparison has the id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "authorisation")]
    public async Task ImportAsync_refuses_a_report_of_another_configuration()
    {
        var report = (await _rig.Reports.GetLatestAsync(_rig.Configuration.Id, _rig.Organisation, default))!;
        await _rig.Reports.SaveAsync(report with { ConfigurationId = Build.Configuration(2).Id }, default);

        Assert.Contains("another configuration", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "authorisation")]
    public async Task ImportAsync_refuses_a_report_of_another_organisation()
    {
        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = Build.Connection("tenant-2") }, default);

        Assert.Contains("another organisation", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_refuses_a_file_whose_rows_name_no_report()
    {
        for (var row = 0; row < _sheet.Rows; row++)
        {
            _sheet[row, "report"] = "";
        }

        Assert.Equal("report", Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Column);
    }

    [Fact]
    public async Task ImportAsync_when_the_contacts_cannot_be_read_throws()
    {
        _rig.Clock.Advance(LedgerCatalogueCache.Lifetime);
        _sheet[Contact("a1"), "decision"] = "link";
        _rig.Ledger.FaultBefore = _ => new RemoteLedgerException(RemoteFault.Unavailable, "down");

        await Assert.ThrowsAsync<RemoteLedgerException>(() => _rig.ImportAsync(_sheet));
        Assert.Empty(await _rig.LinksAsync());
    }

    [Fact]
    public async Task ImportAsync_counts_rows_as_a_spreadsheet_does_when_cells_hold_line_breaks()
    {
        _sheet[0, "reason"] = "first\r\nsecond\nthird";
        _sheet[1, "decision"] = "maybe";

        Assert.Equal(3, Assert.Single((await _rig.ImportAsync(_sheet)).Errors).Line);
    }

    private static void AssertSecondOf(int first, int second, string column, IReadOnlyList<ImportIssue> errors)
    {
        var error = Assert.Single(errors);
        Assert.Equal((Math.Max(Line(first), Line(second)), column), (error.Line, error.Column));
        Assert.Contains($"Row {Math.Min(Line(first), Line(second))} ", error.Message, StringComparison.Ordinal);
    }

    private static int Line(int row) => Sheet.LineOf(row);

    private int Contact(string id) => _sheet.RowOf("xero_uuid", Build.ContactId(id).Value);

    private int Client(string id) => _sheet.RowOf("kompass_id", id);

    /// <summary>Lets somebody else link first, at the worst moment.</summary>
    private sealed class RacingMappings(InMemoryMappingStore inner, ContactLink rival) : IMappingStore
    {
        public Task<IReadOnlyList<ContactLink>> GetContactLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
            inner.GetContactLinksAsync(organisation, cancellationToken);

        public Task<IReadOnlyList<DocumentLink>> GetDocumentLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
            inner.GetDocumentLinksAsync(organisation, cancellationToken);

        public Task<IReadOnlyList<ContactLink>> FindContactLinksAsync(
            RemoteOrganisationId organisation, IReadOnlyCollection<ClientId> clients, CancellationToken cancellationToken) =>
            inner.FindContactLinksAsync(organisation, clients, cancellationToken);

        public Task<ContactLinkList> ReadContactLinksAsync(RemoteOrganisationId organisation, ContactLinkQuery query, CancellationToken cancellationToken) =>
            inner.ReadContactLinksAsync(organisation, query, cancellationToken);

        public Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
            RemoteOrganisationId organisation, IReadOnlyCollection<InvoiceId> invoices, CancellationToken cancellationToken) =>
            inner.FindDocumentLinksAsync(organisation, invoices, cancellationToken);

        public Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
            RemoteOrganisationId organisation, IReadOnlyCollection<RemoteDocumentId> documents, CancellationToken cancellationToken) =>
            inner.FindDocumentLinksAsync(organisation, documents, cancellationToken);

        public Task<long> GetRevisionAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
            inner.GetRevisionAsync(organisation, cancellationToken);

        public Task<IReadOnlyList<ContactDecision>> GetDecisionsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
            inner.GetDecisionsAsync(organisation, cancellationToken);

        public Task SaveReviewAsync(
            RemoteOrganisationId organisation,
            IReadOnlyCollection<ContactLink> links,
            IReadOnlyCollection<ContactDecision> decisions,
            CancellationToken cancellationToken) => SaveReviewAsync(organisation, links, decisions, [], cancellationToken);

        public async Task SaveReviewAsync(
            RemoteOrganisationId organisation,
            IReadOnlyCollection<ContactLink> links,
            IReadOnlyCollection<ContactDecision> decisions,
            IReadOnlyCollection<AuditEntry> audit,
            CancellationToken cancellationToken)
        {
            await inner.SaveReviewAsync(organisation, [rival], [], cancellationToken);
            await inner.SaveReviewAsync(organisation, links, decisions, audit, cancellationToken);
        }

        public Task TakeBackReviewAsync(
            RemoteOrganisationId organisation,
            IReadOnlyCollection<ContactLink> links,
            IReadOnlyCollection<ContactDecision> decisions,
            IReadOnlyCollection<AuditEntry> audit,
            CancellationToken cancellationToken) =>
            inner.TakeBackReviewAsync(organisation, links, decisions, audit, cancellationToken);

        public Task<bool> RemoveContactLinkAsync(
            RemoteOrganisationId organisation, ClientId client, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken) =>
            inner.RemoveContactLinkAsync(organisation, client, audit, cancellationToken);

        public Task<bool> RemoveContactLinkAsync(RemoteOrganisationId organisation, ClientId client, CancellationToken cancellationToken) =>
            inner.RemoveContactLinkAsync(organisation, client, cancellationToken);

        public Task<IReadOnlyList<CodeMapping>> GetMappingsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
            inner.GetMappingsAsync(organisation, cancellationToken);

        public Task SaveMappingsAsync(
            RemoteOrganisationId organisation,
            MappingKind kind,
            IReadOnlyCollection<CodeMapping> mappings,
            CancellationToken cancellationToken) =>
            inner.SaveMappingsAsync(organisation, kind, mappings, cancellationToken);

        public Task SaveMappingsAsync(
            RemoteOrganisationId organisation,
            MappingKind kind,
            IReadOnlyCollection<CodeMapping> mappings,
            IReadOnlyCollection<AuditEntry> audit,
            CancellationToken cancellationToken) =>
            inner.SaveMappingsAsync(organisation, kind, mappings, audit, cancellationToken);
    }
}
