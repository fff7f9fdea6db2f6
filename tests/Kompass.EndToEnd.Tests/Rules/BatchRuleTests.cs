using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>One record's fault stops that record, never the batch and never the run.</summary>
public sealed class BatchRuleTests
{
    [Fact]
    public void Bad_element_in_a_batch_of_fifty_does_not_stop_the_others()
    {
        using var rig = Rig.WithClient();
        rig.Control.AddDocument(rig.Tenant, rig.ContactOf("C1")!.Id, "ACCREC", "DOC-25", new(2026, 10, 1), 5);
        rig.Invoices.Save(Many(50));

        var result = rig.SyncWhole();

        rig.AssertHeld(result, "25", HoldReason.NumberTaken);
        Assert.Equal(49, result.Counts.InvoicesCreated);
        Assert.Equal(50, rig.Books.Invoices.Count);
        Assert.Equal(50, Assert.Single(rig.Writes).Elements);
    }

    [Fact]
    public void Batches_hold_fifty_and_the_plan_says_how_many_calls_they_take()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Many(120));
        var plan = rig.Plan();
        rig.Control.ClearCalls();

        Assert.Equal(120, rig.Apply(plan).Counts.InvoicesCreated);

        Assert.Equal([50, 50, 20], rig.Writes.Select(call => call.Elements));
        Assert.Equal(plan.EstimatedCalls, rig.Control.Calls.Count(call => call.IsAccounting));
        Assert.Equal(120, rig.Books.Invoices.Select(invoice => invoice.Number).Distinct().Count());
    }

    [Fact]
    public void Batch_that_Xero_answers_with_404_is_halved_until_nothing_is_at_fault()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Many(4));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.ClearCalls();
        rig.Control.InjectFault(new(FaultKind.NotFoundHtml) { Method = "POST", PathPrefix = "/Invoices" });
        rig.Invoices.Save(Many(4, 11));

        var result = rig.SyncWhole();

        Assert.Equal(4, result.Counts.DocumentsUpdated);
        Assert.Empty(rig.Holds);
        Assert.Equal([2, 2], rig.Writes.Where(call => call.Status == 200).Select(call => call.Elements));
        Assert.All(rig.Books.Invoices, invoice => Assert.Equal(11m, invoice.Net));
    }

    [Fact]
    [Produces(HoldReason.RemoteRecordMissing)]
    public void Element_that_Xero_answers_with_404_is_held_alone()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Many(4));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.InjectFault(new(FaultKind.NotFoundHtml) { Method = "POST", PathPrefix = "/Invoices", Count = 3 });
        rig.Invoices.Save(Many(4, 11));

        var result = rig.SyncWhole();

        rig.AssertHeld(result, "1", HoldReason.RemoteRecordMissing);
        Assert.Equal(3, result.Counts.DocumentsUpdated);
        Assert.Equal([10m, 11m, 11m, 11m], rig.Books.Invoices.OrderBy(invoice => invoice.Number).Select(invoice => invoice.Net));

        rig.SyncReleasing("1");
        Assert.All(rig.Books.Invoices, invoice => Assert.Equal(11m, invoice.Net));
    }

    [Fact]
    public void Three_unknown_outcomes_in_a_row_stop_the_run_and_nothing_is_lost()
    {
        using var rig = Rig.WithClient();
        rig.Control.InjectFault(new(FaultKind.ServerError) { Method = "PUT", PathPrefix = "/Invoices", Count = null, Commits = true });
        rig.Invoices.Save(Many(200));

        var result = rig.Sync();

        Assert.Equal(SyncOutcome.Failed, result.Outcome);
        Assert.Equal(150, result.Counts.Unknown);
        Assert.Equal(150, rig.Books.Invoices.Count);

        rig.Control.ClearFaults();
        Assert.Equal(50, rig.SyncWhole().Counts.InvoicesCreated);
        Assert.Equal(200, rig.Books.Invoices.Count);
        Assert.Empty(rig.Holds);
    }

    private static IEnumerable<Invoice> Many(int count, decimal amount = 10) =>
        Enumerable.Range(1, count).Select(number => Make.Invoice(FormattableString.Invariant($"{number}"), "C1", Make.Line(amount)));
}
