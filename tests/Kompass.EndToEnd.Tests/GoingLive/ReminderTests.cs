using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>An organisation that reminds customers of unpaid invoices: somebody has to know before the first one is sent.</summary>
public sealed class ReminderTests
{
    [Fact]
    public void Enabling_invoices_asks_for_an_acknowledgement_that_names_what_is_overdue()
    {
        using var rig = WithOverdue(sends: true);
        var manager = rig.Process.Get<IConfigurationManager>();

        var refusal = Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { IsEnabled = true }));
        Assert.Equal(nameof(SyncConfiguration.Reminders), Assert.Single(refusal.Problems).Setting);
        Assert.Contains("sends invoice reminders to customers. 1 invoice that would be sent is overdue today", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AcknowledgeRemindersAsync", Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with
        {
            Reminders = new("eve", rig.Now, 0, rig.OrganisationId),
        })).Message, StringComparison.Ordinal);
        Assert.Equal(new(true, 1, null), rig.Run(() => manager.GetRemindersAsync(rig.Id, default)));

        rig.Run(() => manager.AcknowledgeRemindersAsync(rig.Id, "ada", default));
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });

        Assert.Equal(new ReminderAcknowledgement("ada", rig.Now, 1, rig.OrganisationId), rig.Configuration.Reminders);
        rig.SaveSettings(configuration => configuration with { IsEnabled = false });
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        Assert.Equal(3, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Enabling_asks_nobody_where_no_reminders_are_sent_and_for_clients_alone()
    {
        using var quiet = WithOverdue(sends: false);
        quiet.SaveSettings(configuration => configuration with { IsEnabled = true });
        Assert.Null(quiet.Configuration.Reminders);

        using var rig = WithOverdue(sends: true);
        rig.SaveSettings(configuration => configuration with { IsEnabled = true, Modules = SyncModules.Clients });
        Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { Modules = SyncModules.Clients | SyncModules.Invoices }));
    }

    [Fact]
    public void Ledger_that_does_not_say_counts_as_one_that_sends_reminders()
    {
        using var rig = WithOverdue(sends: false);
        rig.Control.InjectFault(new(Xero.Emulator.FaultKind.ServerError) { PathPrefix = "/api.xro/2.0/InvoiceReminders", Count = null });

        var refusal = Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { IsEnabled = true }));

        Assert.Contains("does not say whether", refusal.Message, StringComparison.Ordinal);
    }

    private static Rig WithOverdue(bool sends)
    {
        var rig = new Rig(new() { Enable = false });
        rig.Control.EditOrganisation(rig.Tenant, organisation => organisation with { SendsInvoiceReminders = sends });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(1)) with { DueDate = new(2026, 11, 1) },
            Make.Invoice("2", "C1", Make.Line(1)) with { DueDate = new(2026, 11, 2) },
            Make.Invoice("3", "C1", Make.Line(1)) with { Date = new(2026, 8, 1), DueDate = new(2026, 8, 2) },
            Make.Invoice("4", "C1", Make.Line(1)) with { DueDate = new(2026, 11, 3) },
            Make.CreditNote("5", "C1", 1) with { DueDate = new(2026, 11, 1) });
        return rig;
    }
}
