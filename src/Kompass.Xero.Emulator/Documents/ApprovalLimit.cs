namespace Kompass.Xero.Emulator;

/// <summary>What plan and role let be approved.</summary>
internal static class ApprovalLimit
{
    public static void Check(AccountingCall call, EmulatedDocument? before, EmulatedDocument document, Action<string> refuse)
    {
        if (document is not { Type: "ACCREC", Status: "AUTHORISED" } || before is { IsApproved: true })
        {
            return;
        }

        var facts = call.State.Organisation;
        if (facts.DeniedActions.Contains("CreateApprovedInvoice", StringComparer.Ordinal))
        {
            refuse("You do not have permission to approve invoices.");
        }

        if (facts.ApprovalsPerMonth is { } most && call.State.Invoices.Values.Count(other => other is { Type: "ACCREC", IsApproved: true }
            && other.UpdatedDateUtc.Year == call.Now.Year && other.UpdatedDateUtc.Month == call.Now.Month) >= most)
        {
            refuse($"The plan of this organisation allows {most} approved invoices a month. Upgrade it in Xero, or send drafts.");
        }
    }
}
