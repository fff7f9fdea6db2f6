using System.Globalization;
using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>
/// A small life with Xero in which every switch of the emulator has its moment. What it tells afterwards must be the same in every
/// position of every switch: what Xero leaves open must not decide what the books hold.
/// </summary>
internal sealed class Life : IDisposable
{
    private readonly Rig _rig;
    private readonly List<string> _told = [];

    private Life(Action<EmulatorSwitches> set) => _rig = new(new()
    {
        Contacts = ["Doppel Ltd"],
        OverrideInterlock = true,
        Xero = options => set(options.Switches),
        CallsPerDay = 1_000_000,
    });

    private EmulatorControl Control => _rig.Control;

    private Guid Tenant => _rig.Tenant;

    /// <summary>Lives it, and tells what was to be seen.</summary>
    public static IReadOnlyList<string> Told(Action<EmulatorSwitches> set)
    {
        using var life = new Life(set);
        life.Begin();
        life.Suffer();
        life.LoseScope();
        life.MeetPeople();
        life.ComeBack();
        return life._told;
    }

    public void Dispose() => _rig.Dispose();

    /// <summary>Contacts (one of a taken name), invoices (one on the lock date, one foreign, one of nothing), credits, a journal.</summary>
    private void Begin()
    {
        _rig.Clients.Save(
            Make.Client("A", "Anchor") with { EmailAddress = "a@anchor.example" },
            Make.Client("B", "Bakery"),
            Make.Client("D", "Doppel Ltd"));
        _rig.Invoices.Save(
            Make.Invoice("1", "A", Make.Line(100), Make.Line(0.03m)),
            Make.Invoice("2", "A", Make.Line(5)) with { Date = new(2026, 9, 30) },
            Make.Invoice("3", "D", Make.Line(7)),
            Make.Invoice("4", "B", Make.Line(20)) with { Currency = new("EUR") },
            Make.Invoice("5", "B", Make.Line(50)),
            Make.CreditNote("6", "B", 10, "5"),
            Make.Invoice("7", "B", Make.Line(8), Make.Line(-8)),
            Make.Journal("8", 11));
        Sync("begin");
    }

    /// <summary>Changes, while tokens expire, limits strike and answers are lost.</summary>
    private void Suffer()
    {
        Control.InjectFault(new(FaultKind.TokenExpired) { Skip = 1 });
        Control.InjectFault(new(FaultKind.MinuteLimit) { Skip = 3, RetryAfter = TimeSpan.FromSeconds(20) });
        Control.InjectFault(new(FaultKind.ConcurrentLimit) { Skip = 5 });
        Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "POST" });
        Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", Count = Disturb.EveryAttempt });
        _rig.Clients.Save(Make.Client("A", "Anchor Renamed"), Make.Client("C", "Cinema"));
        _rig.Invoices.Save(
            Make.Invoice("1", "A", Make.Line(150), Make.Line(0.03m)),
            Make.Invoice("9", "C", Make.Line(30)),
            Make.CreditNote("10", "C", 3),
            Make.Invoice("5", "B", Make.Line(50)) with { Details = "Changed after a credit" });
        Sync("suffer");
        _rig.WaitOutTheLongestFlight();
        Sync("recover");
        Control.ClearFaults();
    }

    /// <summary>A scope is taken away: a clear end, and no loop. A second consent of the same person mends it.</summary>
    private void LoseScope()
    {
        Control.RemoveScope("accounting.invoices");
        _rig.Invoices.Save(Make.Invoice("11", "A", Make.Line(60)));
        Control.ClearCalls();
        var result = _rig.Sync();
        _told.Add($"without scope: {result.Outcome}, few calls: {Control.AccountingCalls < 20}");
        _rig.Connect(_rig.Id, Tenant);
        _rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        _rig.WaitOutTheLongestFlight();
        Sync("scope again");
    }

    /// <summary>People archive a contact, pay, void and recode.</summary>
    private void MeetPeople()
    {
        var anchor = _rig.ContactOf("A")!.Id;
        Control.ArchiveContact(Tenant, anchor);
        _rig.Clients.Save(Make.Client("A", "Anchor Once More"));
        _rig.Invoices.Save(Make.Invoice("12", "A", Make.Line(70)));
        _rig.WaitOutTheLongestFlight();
        Sync("archived");
        Control.RestoreContact(Tenant, anchor);
        if (_rig.DocumentOf("DOC-9") is { Status: "AUTHORISED" } nine)
        {
            Control.PayInvoice(Tenant, nine.Id, 10, new(2026, 11, 2));
        }

        _rig.Invoices.Save(
            Make.Invoice("9", "C", Make.Line(31)),
            Make.Invoice("11", "A", Make.Line(60)) with { Status = InvoiceStatus.Voided },
            Make.CreditNote("10", "C", 3) with { Status = InvoiceStatus.Voided },
            Make.Journal("8", 11) with { Status = InvoiceStatus.Voided });
        _rig.WaitOutTheLongestFlight();
        Sync("people");
    }

    /// <summary>The organisation is disconnected in Xero and connected again.</summary>
    private void ComeBack()
    {
        Control.Disconnect(Tenant);
        _rig.Invoices.Save(Make.Invoice("13", "B", Make.Line(80)));
        _told.Add($"disconnected: {_rig.Sync().Outcome}");
        _rig.Connect(_rig.Id, Tenant);
        _rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        _rig.WaitOutTheLongestFlight();
        Sync("back");
        Control.ClearCalls();
        Sync("quiet");
        _told.Add($"writes of a quiet run: {_rig.Writes.Count}");
        _told.Add($"unindexed: {Control.Calls.Any(call => call.UsesUnindexedFilter)}");
    }

    private void Sync(string name)
    {
        var result = _rig.SyncWhenAllowed();
        _told.Add($"{name}: {result.Outcome}, held: {string.Join(", ", _rig.Holds.Select(hold => $"{hold.Record.Id} {hold.Reason}").Order(StringComparer.Ordinal))}");
        var books = _rig.Books;
        _told.AddRange(books.Contacts.Select(contact => $"  contact {contact.Name} {contact.ContactNumber} {contact.Status}").Order(StringComparer.Ordinal));
        _told.AddRange(books.Invoices.Concat(books.CreditNotes).Select(Text).Order(StringComparer.Ordinal));
        _told.AddRange(books.ManualJournals.Select(journal => string.Create(CultureInfo.InvariantCulture, $"  journal {journal.Narration} {journal.Status} {journal.Debits}")).Order(StringComparer.Ordinal));
    }

    // A total of nothing may be paid at once: that is Xero's word, and no figure.
    private static string Text(EmulatedDocument document) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {document.Number} {(document.Gross == 0 && document.Status == "PAID" ? "AUTHORISED" : document.Status)} {document.Net} + {document.Vat}, due {document.AmountDue}");
}
