using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A pilot of chosen documents: they and what they need are sent, everything else stays planned.</summary>
public sealed class PilotTests
{
    [Fact]
    public void Run_with_a_selection_sends_the_chosen_documents_and_their_clients_alone()
    {
        using var rig = WithWork();

        var result = rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, PilotSelection.Of(new InvoiceId("1")), null, default));

        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1 }, result.Counts);
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1, CreditNotesCreated = 1, CreditsAllocated = 1 }, rig.SyncWhole().Counts);
    }

    [Fact]
    public void Runs_with_a_selection_forget_nothing_that_they_did_not_send()
    {
        using var rig = WithWork();
        for (var run = 0; run < 3; run++)
        {
            rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, PilotSelection.Of(new InvoiceId("1")), null, default));
            rig.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, rig.SyncWhole().Counts.Writes - 1);
    }

    [Fact]
    public void Plan_applied_with_a_selection_leaves_the_rest_planned()
    {
        using var rig = WithWork();
        var plan = rig.Plan();

        var result = rig.Run(() => rig.Process.Get<ISyncOrchestrator>().ApplyAsync(plan, new PilotSelection([], [new("C2")]), null, default));

        Assert.Equal(new SyncCounts { ContactsCreated = 1 }, result.Counts);
        rig.AssertBooksHold("Borough Bakery");
        Assert.Equal(plan.Operations.Count - 1, rig.Plan().Operations.Count);
    }

    [Fact]
    public void Pilot_of_a_credit_without_its_invoice_sends_the_rest_and_lets_the_credit_wait()
    {
        using var rig = WithWork();
        rig.Invoices.Save(Make.CreditNote("9", "C2", 5, "2"));
        rig.Run(() => rig.Process.Get<IConfigurationManager>().BeginPilotAsync(rig.Id, PilotSelection.Of(new InvoiceId("9"), new InvoiceId("1")), "ada", default));

        var result = rig.SyncWhole();

        Assert.Equal(SyncOutcome.Completed, result.Outcome);
        Assert.Equal(1, result.Counts.InvoicesCreated);
        Assert.Equal(0, result.Counts.CreditNotesCreated);
    }

    [Fact]
    public void Pilot_of_the_configuration_binds_every_run_until_it_is_ended()
    {
        using var rig = WithWork();
        var manager = rig.Process.Get<IConfigurationManager>();
        var before = rig.Plan();
        rig.Advance(TimeSpan.FromSeconds(1));
        rig.Run(() => manager.BeginPilotAsync(rig.Id, PilotSelection.Of(new InvoiceId("2")), "ada", default));

        var plan = rig.Plan();
        Assert.Equal(["Borough Bakery", "DOC-2"], plan.Operations.Select(operation => operation.Title));
        Assert.Equal(before.Operations.Count, plan.Operations.Count + plan.Waiting.Count);
        Assert.Equal(60, plan.AccountTotals.Single(total => total.Account == "Receivables").Debit);
        Assert.Equal("ada", rig.Configuration.Pilot!.StartedBy);

        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1 }, rig.Apply(before).Counts);
        rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        rig.Restart();
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        rig.AssertBooksHold("Borough Bakery", "DOC-2");

        rig.Run(() => rig.Process.Get<IConfigurationManager>().EndPilotAsync(rig.Id, "ada", default));
        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1, CreditNotesCreated = 1, CreditsAllocated = 1 }, rig.SyncWhole().Counts);
        rig.AssertBooksHold("Acme Ltd", "Borough Bakery", "DOC-1", "DOC-2", "DOC-3");
    }

    [Fact]
    public void Credit_note_of_a_pilot_waits_for_the_invoice_that_it_settles()
    {
        using var rig = WithWork();
        var sync = rig.Process.Get<ISyncOrchestrator>();

        Assert.Equal(new SyncCounts { ContactsCreated = 1 }, rig.Run(() => sync.RunAsync(rig.Id, PilotSelection.Of(new InvoiceId("3")), null, default)).Counts);
        Assert.Empty(rig.Holds);
        rig.Advance(TimeSpan.FromSeconds(1));
        var both = rig.Run(() => sync.RunAsync(rig.Id, PilotSelection.Of(new InvoiceId("3"), new InvoiceId("1")), null, default));
        Assert.Equal(new SyncCounts { InvoicesCreated = 1, CreditNotesCreated = 1, CreditsAllocated = 1 }, both.Counts);
    }

    [Fact]
    public void Pilot_among_more_documents_than_one_plan_takes_sends_the_chosen_one()
    {
        using var rig = new Rig(new() { Sync = options => options.DocumentsAtOnce = 3 });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        for (var number = 1; number <= 9; number++)
        {
            rig.Invoices.Save(Make.Invoice($"{number}", "C1", Make.Line(number)));
        }

        var result = rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, PilotSelection.Of(new InvoiceId("9")), null, default));

        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1 }, result.Counts);
        Assert.Equal(8, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Pilot_is_begun_by_name_and_with_something_chosen()
    {
        using var rig = WithWork();
        var manager = rig.Process.Get<IConfigurationManager>();

        var empty = Assert.Throws<ConfigurationException>(() => rig.Run(() => manager.BeginPilotAsync(rig.Id, new([], []), "ada", default)));
        var saved = Assert.Throws<ConfigurationException>(() => rig.SaveSettings(c => c with { Pilot = new(PilotSelection.Of(new InvoiceId("1")), "eve", rig.Now) }));

        Assert.Contains("Choose at least one", empty.Message, StringComparison.Ordinal);
        Assert.Contains("BeginPilotAsync", saved.Message, StringComparison.Ordinal);
        Assert.Null(rig.Configuration.Pilot);
    }

    [Fact]
    public void Pilot_of_records_that_kompass_does_not_have_is_refused_and_names_them()
    {
        using var rig = WithWork();
        var manager = rig.Process.Get<IConfigurationManager>();
        rig.Invoices.Save(Make.Invoice("8", "C1", Make.Line(1)));
        rig.Invoices.Delete(new("8"));
        var mistyped = new PilotSelection([new("1"), new("77"), new("8")], [new("C2"), new("C9")]);

        var refused = Assert.Throws<ConfigurationException>(() => rig.Run(() => manager.BeginPilotAsync(rig.Id, mistyped, "ada", default)));

        Assert.Contains("documents 77, 8", refused.Message, StringComparison.Ordinal);
        Assert.Contains("client C9", refused.Message, StringComparison.Ordinal);
        Assert.Null(rig.Configuration.Pilot);
    }

    [Fact]
    public void Run_and_plan_with_a_selection_that_kompass_does_not_have_are_refused_before_anything_is_sent()
    {
        using var rig = WithWork();
        var sync = rig.Process.Get<ISyncOrchestrator>();
        var mistyped = PilotSelection.Of(new InvoiceId("1"), new InvoiceId("77"));
        var plan = rig.Plan();

        var run = Assert.Throws<ConfigurationException>(() => rig.Run(() => sync.RunAsync(rig.Id, mistyped, null, default)));
        var applied = Assert.Throws<ConfigurationException>(() => rig.Run(() => sync.ApplyAsync(plan, mistyped, null, default)));

        Assert.All([run, applied], refused => Assert.Contains("document 77", refused.Message, StringComparison.Ordinal));
        rig.AssertBooksHold();
    }

    private static Rig WithWork()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Borough Bakery"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C2", Make.Line(50)), Make.CreditNote("3", "C1", 10, "1"));
        return rig;
    }
}
