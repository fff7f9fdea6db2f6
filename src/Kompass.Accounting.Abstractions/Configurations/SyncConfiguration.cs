namespace Kompass.Accounting;

/// <summary>One link between Kompass organisations and one organisation of the ledger, with its settings.</summary>
public sealed record SyncConfiguration
{
    /// <summary>Its id.</summary>
    public required ConfigurationId Id { get; init; }

    /// <summary>The Kompass organisations, one or more; each belongs to at most one configuration.</summary>
    public required IReadOnlyList<KompassOrganisationId> Organisations { get; init; }

    /// <summary>What is synchronised.</summary>
    public SyncModules Modules { get; init; } = SyncModules.None;

    /// <summary>Whether the sync runs.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Whether the sync is paused: everything is planned, nothing is sent.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The records that are sent while a pilot is under way; null when everything is sent. Begun and ended by the configuration manager.</summary>
    public Pilot? Pilot { get; init; }

    /// <summary>
    /// Whether it runs in the shadow of people who enter the documents themselves: everything is planned and compared, and nothing is ever
    /// written; <see cref="Connection"/> is read only then. Default: false.
    /// </summary>
    public bool IsShadow { get; init; }

    /// <summary>
    /// The time between two runs by the worker, from 1 minute to 1 day; null where the host's <c>WorkerOptions.Interval</c> counts. Default: null.
    /// </summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The id of the account used where no mapping says otherwise ("Account default"); null until set.</summary>
    public string? DefaultAccountId { get; init; }

    /// <summary>The code of the item used where no mapping says otherwise; null for none.</summary>
    public string? DefaultItemCode { get; init; }

    /// <summary>Documents dated before it are not sent; required for the Invoices module.</summary>
    public DateOnly? CutOverDate { get; init; }

    /// <summary>How contacts are written.</summary>
    public ContactSettings Contacts { get; init; } = new();

    /// <summary>How documents are written.</summary>
    public DocumentSettings Documents { get; init; } = new();

    /// <summary>Who is told, by e-mail address, when the sync needs a person.</summary>
    public IReadOnlyList<string> NotificationRecipients { get; init; } = [];

    /// <summary>The connection; null before an authorisation and after a disconnection.</summary>
    public RemoteConnection? Connection
    {
        get => field is { } connection && connection.IsReadOnly != IsShadow ? connection with { IsReadOnly = IsShadow } : field;
        init;
    }

    /// <summary>The organisation that was connected before; null while a connection stands, and before the first one.</summary>
    public FormerConnection? FormerConnection { get; init; }

    /// <summary>
    /// A consent for another organisation than <see cref="FormerConnection"/>, which waits until its name is confirmed; null when none waits.
    /// </summary>
    public RemoteConnection? PendingConnection { get; init; }

    /// <summary>What piled up during a long absence; null when nothing did.</summary>
    public HeldBacklog? Backlog { get; init; }

    /// <summary>What the recipients were told and is still so.</summary>
    public IReadOnlyList<Trouble> Troubles { get; init; } = [];

    /// <summary>The recorded override of the interlock; null when there is none.</summary>
    public InterlockOverride? InterlockOverride { get; init; }

    /// <summary>Who acknowledged that the organisation may send reminders of invoices; null when nobody did.</summary>
    public ReminderAcknowledgement? Reminders { get; init; }

    /// <summary>Who created it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows by one with each update, from 1; 0 before it is stored.</summary>
    public long Version { get; init; }
}
