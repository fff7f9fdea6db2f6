using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Moments in which a switch of the emulator shows: the integration ends well, or says why not, in both positions.</summary>
public sealed class SwitchMomentTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void Journal_of_a_person_who_is_no_adviser_is_held_alone(int status)
    {
        using var rig = WithWork(switches => switches.MissingScopeStatus = status);
        rig.Control.SetAdviser(null, false);
        rig.SyncWhole();
        Assert.Contains("role of the user who connected", rig.HoldOf("2")!.Detail, StringComparison.Ordinal);
        Assert.Single(rig.Books.Invoices);
        Assert.True(rig.Control.AccountingCalls < 20);

        rig.Control.SetAdviser(null, true);
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();
        Assert.NotNull(rig.JournalOf("2"));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Tax_in_an_unregistered_organisation_is_held_where_Xero_refuses_it(bool refuses, int invoices)
    {
        using var rig = WithWork(switches => switches.UnregisteredOrganisationRefusesTax = refuses);
        rig.Control.EditOrganisation(rig.Tenant, facts => facts with { PaysTax = false });
        rig.SyncWhole();
        Assert.Equal(invoices, rig.Books.Invoices.Count);
        Assert.Equal(refuses ? HoldReason.TaxRateUnusable : null, rig.HoldOf("1")?.Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Demo_company_that_was_reset_asks_to_be_connected_and_nothing_is_guessed(bool keepsTenantId)
    {
        using var rig = WithWork(switches => switches.DemoResetKeepsTenantId = keepsTenantId);
        rig.SyncWhole();
        var tenant = rig.Control.ResetDemoCompany(rig.Tenant);
        rig.PrepareBooks(tenant);
        Assert.Equal(SyncOutcome.ReconnectRequired, rig.Sync().Outcome);

        rig.Invoices.Save(Make.Invoice("3", "A", Make.Line(5)));
        if (keepsTenantId)
        {
            rig.Connect(rig.Id, tenant);
            rig.WaitOutTheLongestFlight();
            rig.SyncWhole();
            Assert.Equal(HoldReason.RemoteRecordMissing, rig.HoldOf("3")!.Reason);
        }
        else
        {
            // Another organisation of the same name: not even that is taken for the one that was connected.
            var refused = rig.Consent(rig.Id, tenant);
            Assert.Equal(ConnectOutcome.OtherOrganisation, refused.Outcome);
            Assert.Contains("another organisation of the same name", refused.Message, StringComparison.Ordinal);
            rig.Run(() => rig.Process.Get<ILedgerConnector>().DisconnectAsync(rig.Id, "ada", default));
            rig.Move(tenant, "Demo Company (UK)");
            rig.WaitOutTheLongestFlight();
            Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { IsEnabled = true }));
        }

        Assert.Empty(rig.Control.Books(tenant).Invoices);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Changed_journal_is_held_whether_or_not_it_may_be_edited(bool editable)
    {
        using var rig = WithWork(switches => switches.PostedJournalsAreEditable = editable);
        rig.SyncWhole();
        rig.Invoices.Save(Make.Journal("2", 12));
        rig.SyncWhole();
        Assert.Equal(11, rig.JournalOf("2")!.Debits);
        Assert.Equal(HoldReason.PostedJournal, rig.HoldOf("2")?.Reason);
    }

    [Theory]
    [InlineData(NumberReuse.AfterDeleted)]
    [InlineData(NumberReuse.AfterDeletedOrVoided)]
    [InlineData(NumberReuse.Never)]
    public void Number_of_a_voided_invoice_is_not_used_again(NumberReuse reuse)
    {
        using var rig = WithWork(switches => switches.NumberReuse = reuse);
        rig.SyncWhole();
        rig.Invoices.Save(Make.Invoice("1", "A", Make.Line(100)) with { Status = InvoiceStatus.Voided });
        rig.SyncWhole();
        rig.Invoices.Save(Make.Invoice("9", "A", Make.Line(70)) with { Reference = "DOC-1" });
        rig.SyncWhole();
        Assert.Equal(HoldReason.NumberTaken, rig.HoldOf("9")!.Reason);
        Assert.Equal("VOIDED", Assert.Single(rig.Books.Invoices).Status);
    }

    [SkippableTheory]
    [InlineData(FaultKind.ExtraMembers)]
    [InlineData(FaultKind.NullInsteadOfEmpty)]
    [InlineData(FaultKind.MissingInsteadOfEmpty)]
    [InlineData(FaultKind.EmptyInsteadOfMissing)]
    [InlineData(FaultKind.NumbersAsStrings)]
    [InlineData(FaultKind.DuplicateAcrossPages)]
    [InlineData(FaultKind.HeaderCase)]
    public void Answers_that_are_right_and_unusual_change_nothing(FaultKind kind)
    {
        if (kind != FaultKind.ExtraMembers)
        {
            UnderCi.Only("One kind stands for all");
        }

        using var gauntlet = new Gauntlet(1);
        gauntlet.Run(kind.ToString(), rig => rig.Control.InjectFault(new(kind) { Count = null }));
    }

    [Fact]
    public void Unknown_words_of_Xero_lose_no_page_and_write_nothing_twice()
    {
        using var gauntlet = new Gauntlet(1);
        gauntlet.Run("Unknown words", rig => rig.Control.InjectFault(new(FaultKind.UnknownEnum) { Count = null }));
    }

    private static Rig WithWork(Action<EmulatorSwitches> set)
    {
        var rig = new Rig(new() { Xero = options => set(options.Switches) });
        rig.Clients.Save(Make.Client("A", "Anchor"));
        rig.Invoices.Save(Make.Invoice("1", "A", Make.Line(100)), Make.Journal("2", 11));
        return rig;
    }
}
