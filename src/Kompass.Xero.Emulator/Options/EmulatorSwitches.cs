namespace Kompass.Xero.Emulator;

/// <summary>
/// Behaviours of Xero on which sources disagree or are silent. Each default is the one that catches more mistakes;
/// a client is right only if it works with every setting.
/// </summary>
/// <remarks>A value that is none of a switch's own is refused with an <see cref="ArgumentException"/>.</remarks>
public sealed class EmulatorSwitches
{
    /// <summary>What a POST of a contact without an id does when name or number belong to another. Default: it overwrites that contact.</summary>
    public PostWithoutId PostContactWithoutId { get; set => field = Checked.Defined(value); } = PostWithoutId.Overwrites;

    /// <summary>Whether <c>ContactNumber</c> must be unique, archived contacts included. Default: true.</summary>
    public bool ContactNumberIsUnique { get; set; } = true;

    /// <summary>Which dead documents free their number. Default: <see cref="NumberReuse.AfterDeleted"/>.</summary>
    public NumberReuse NumberReuse { get; set => field = Checked.Defined(value); } = NumberReuse.AfterDeleted;

    /// <summary>What <c>summarizeErrors</c> means when absent. Default: true (one bad element refuses all).</summary>
    public bool SummarizeErrorsByDefault { get; set; } = true;

    /// <summary>The status of a call whose scope is missing: 401 or 403. Default: 401.</summary>
    public int MissingScopeStatus { get; set => field = Checked.OneOf(value, [401, 403]); } = 401;

    /// <summary>Whether an element with an unknown id turns the whole request into 404. Default: true; otherwise only that element is refused.</summary>
    public bool UnknownIdRefusesBatch { get; set; } = true;

    /// <summary>Whether a document dated on the lock date itself is refused. Default: true.</summary>
    public bool LockDateIsInclusive { get; set; } = true;

    /// <summary>Whether <c>If-Modified-Since</c> returns what changed in that very second. Default: false.</summary>
    public bool IfModifiedSinceIsInclusive { get; set; }

    /// <summary>Whether an empty changed-since answer is a 304 instead of an empty list. Default: false.</summary>
    public bool NotModifiedIs304 { get; set; }

    /// <summary>Whether <c>If-Modified-Since</c> may be in the form of RFC 1123. Default: false (400).</summary>
    public bool AcceptsRfc1123Dates { get; set; }

    /// <summary>What happens to a negative half penny of tax. Default: away from zero.</summary>
    public NegativeHalfRounding NegativeHalves { get; set => field = Checked.Defined(value); } = NegativeHalfRounding.AwayFromZero;

    /// <summary>Whether the <c>TaxAmount</c> that a line states replaces the computed one. Default: true.</summary>
    public bool StatedTaxIsKept { get; set; } = true;

    /// <summary>Whether a line that is updated without <c>Tracking</c> keeps what it had. Default: true.</summary>
    public bool OmittedTrackingIsKept { get; set; } = true;

    /// <summary>Whether scopes of the deprecated broad kind are granted. Default: false (<c>invalid_scope</c>).</summary>
    public bool AllowBroadScopes { get; set; }

    /// <summary>Whether a refused scope is told to the app by a redirect instead of by a page. Default: false.</summary>
    public bool InvalidScopeRedirects { get; set; }

    /// <summary>Whether a person may tick several organisations in one consent. Default: true.</summary>
    public bool BulkConnections { get; set; } = true;

    /// <summary>Whether a second consent of the same user ends the earlier token set. Default: true.</summary>
    public bool SecondConsentEndsEarlierTokens { get; set; } = true;

    /// <summary>Whether the lines of credit notes carry ids. Default: false.</summary>
    public bool CreditNoteLinesHaveIds { get; set; }

    /// <summary>Whether a posted journal may be edited. Default: false.</summary>
    public bool PostedJournalsAreEditable { get; set; }

    /// <summary>Whether the tax of journal lines counts when debits are compared with credits. Default: true.</summary>
    public bool JournalBalanceIncludesTax { get; set; } = true;

    /// <summary>Whether an allocation's date is computed from both documents, whatever was sent. Default: true.</summary>
    public bool AllocationDateIsComputed { get; set; } = true;

    /// <summary>Whether a stated exchange rate is document currency per one of the base (otherwise the reverse). Default: true.</summary>
    public bool CurrencyRateIsPerBaseUnit { get; set; } = true;

    /// <summary>Whether <c>IDs</c> finds archived contacts without <c>includeArchived</c>. Default: false.</summary>
    public bool IdsFindArchivedContacts { get; set; }

    /// <summary>What the body of a 429 holds. Default: nothing.</summary>
    public LimitBody LimitBody { get; set => field = Checked.Defined(value); } = LimitBody.Empty;

    /// <summary>How <c>X-Rate-Limit-Problem</c> spells the limits. Default: in lower case.</summary>
    public LimitSpelling LimitSpelling { get; set => field = Checked.Defined(value); } = LimitSpelling.LowerCase;

    /// <summary>Whether an archived contact can be restored by posting <c>ContactStatus</c> ACTIVE. Default: false (refused).</summary>
    public bool ContactsCanBeRestored { get; set; }

    /// <summary>Whether the addresses and phones of an update are merged by their type; otherwise they replace all. Default: true.</summary>
    public bool AddressesAndPhonesAreMerged { get; set; } = true;

    /// <summary>Whether an allocation without a date is refused. Default: true.</summary>
    public bool AllocationDateIsRequired { get; set; } = true;

    /// <summary>Whether an approved invoice needs a due date when no terms supply one. Default: true; otherwise it is due on its own date.</summary>
    public bool DueDateIsRequired { get; set; } = true;

    /// <summary>Whether an organisation that is not registered for tax refuses lines with a rate above zero. Default: true.</summary>
    public bool UnregisteredOrganisationRefusesTax { get; set; } = true;

    /// <summary>Whether an approved document with a total of zero is paid at once. Default: false.</summary>
    public bool ZeroTotalIsPaid { get; set; }

    /// <summary>Whether <c>OrganisationID</c> equals the tenant id. Default: true.</summary>
    public bool OrganisationIdIsTenantId { get; set; } = true;

    /// <summary>Whether a demo company that is reset keeps its tenant id. Default: false.</summary>
    public bool DemoResetKeepsTenantId { get; set; }

    /// <summary>Whether removing a connection ends those of all people to that organisation. Default: true.</summary>
    public bool DisconnectEndsForEveryUser { get; set; } = true;

    /// <summary>Whether manual journals refuse a token whose person is no adviser. Default: true.</summary>
    public bool JournalsNeedAnAdviser { get; set; } = true;

    /// <summary>Whether the scope is looked at before the tenant header. Default: false.</summary>
    public bool ScopeIsCheckedBeforeTenant { get; set; }

    /// <summary>Whether an idempotency key belongs to the app; otherwise each organisation has its own. Default: true.</summary>
    public bool IdempotencyKeysArePerApp { get; set; } = true;

    /// <summary>Whether 401 and 403 problems have lower-case member names. Default: false.</summary>
    public bool ProblemNamesAreLowerCase { get; set; }

    /// <summary>Whether the elements of a write come back in the order sent; otherwise in reverse. Default: true.</summary>
    public bool AnswersKeepTheOrder { get; set; } = true;

    /// <summary>Whether answers carry members of specifications newer than 16.1.0, such as <c>RoundingAmount</c>. Default: false.</summary>
    public bool ShowsNewerMembers { get; set; }

    /// <summary>Whether webhooks spell their members as in old samples (<c>ResourceId</c>, <c>Update</c>). Default: false.</summary>
    public bool WebhookNamesAreUpperCamel { get; set; }

    /// <summary>Whether what Xero echoes after a write counts as egress. Default: true.</summary>
    public bool EgressCountsWriteAnswers { get; set; } = true;
}
