namespace Kompass.Accounting;

/// <summary>What a person does about each cause of a hold.</summary>
internal static class Remedies
{
    public static string For(HoldReason reason) => reason switch
    {
        HoldReason.ContactNameInvalid => "Correct the client's name in Kompass.",
        HoldReason.NameTaken => "Link the client to the contact that has the name, or rename one of them.",
        HoldReason.LookAlike => "Link the client to the contact if they are the same; otherwise decide 'create' for the client in a comparison.",
        HoldReason.ContactArchived => "Restore the contact in the ledger, or link the client to another contact.",
        HoldReason.ContactMerged => "Link the client to the contact that the old one was merged into.",
        HoldReason.RemoteRecordMissing => "Remove the link if the record was deleted on purpose; check that the right organisation is connected.",
        HoldReason.UnlinkedClient => "Settle the client first: link it, or decide 'create' for it in a comparison.",
        HoldReason.UnmappedVatRate => "Map the VAT rate to a tax rate under Tax rates.",
        HoldReason.UnmappedNominal => "Map the nominal account under Accounts, or set the Account default.",
        HoldReason.AccountUnusable => "Map the nominal account to an active account that accepts such documents.",
        HoldReason.TaxRateUnusable => "Map the VAT rate to an active tax rate of sales that applies to the account.",
        HoldReason.ItemUnusable => "Map the department to an item that is sold and whose stock is not tracked.",
        HoldReason.CurrencyNotSubscribed => "Add the currency in the ledger, or correct the document's currency.",
        HoldReason.PeriodLocked => "Move the period lock date in the ledger, or issue a credit note and a new document that are dated in the open period.",
        HoldReason.YearLocked => "Issue a document that is dated in an open year; only an adviser may move the end-of-year lock date in the ledger.",
        HoldReason.VatFiled => "Issue a document that is dated after the filed period; correct \"VAT filed to\" in the configuration if it is wrong.",
        HoldReason.TotalsDiffer => "Correct the document's VAT in Kompass so that it is the sum of its lines, each rounded to the penny; or let the configuration treat such differences.",
        HoldReason.UnbalancedJournal => "Correct the allocations so that they sum to zero over at least two lines.",
        HoldReason.NetZeroWithVat => "Split the document: VAT without a net amount is neither an invoice nor a journal.",
        HoldReason.MissingDescription => "Describe every line, in at most 4,000 characters.",
        HoldReason.MissingDueDate => "Enter a due date.",
        HoldReason.TooManyDecimals => "Enter quantities and unit amounts with at most four decimals.",
        HoldReason.NumberInvalid => "Give the document a number of 1 to 255 characters.",
        HoldReason.NumberTaken => "Give one of the two another number, or link the record to the one that has it if they are the same.",
        HoldReason.AppliesToNotSynced => "Send the invoice that the credit note names first, or remove it from the credit note.",
        HoldReason.KindChanged => "Void the document in Kompass and issue a new one.",
        HoldReason.IdentityChanged => "Void the document in Kompass and issue a new one.",
        HoldReason.Withdrawn => "Void the document in Kompass, or restore it as it was sent.",
        HoldReason.EditedRemotely => "Compare both versions; then undo the change on one side, or release the record so that Kompass's version is sent. What was voided in the ledger stays so: unlink the record, and it is sent anew.",
        HoldReason.Settled => "Remove the payment or credit in the ledger; or issue a credit note and a new document in Kompass, both dated in the open period.",
        HoldReason.RefusedByLedger => "Follow the ledger's own words; the record is tried again with the next sync.",
        HoldReason.OutcomeUnknown => "Nothing: the next sync finds out what became of it.",
        HoldReason.StoredDiffers => "Compare the document in the ledger with Kompass, and correct it where it is wrong.",
        HoldReason.ChangedSinceSkipped => "Decide again: skip it as it is now, or release it so that it is sent.",
        HoldReason.AlreadyInLedger => "Link the document to the one in the ledger if they are the same; otherwise release it, and it is created.",
        HoldReason.Undone => "Void the document in Kompass as well; or give it another number, since the ledger keeps the old one, and release it: it is sent anew.",
        HoldReason.PostedJournal => "Void the journal in Kompass and issue a new one, dated in the open period; or take the change back.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A hold reason without a remedy."),
    };
}
