namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>
/// What is kept of a configuration beside its relational columns. A class of its own, because a member that is missing
/// in older text must keep its default, which source-generated reading grants to settable members alone.
/// </summary>
internal sealed class SettingsDocument
{
    public SyncModules Modules { get; set; }

    public bool IsEnabled { get; set; }

    public bool IsPaused { get; set; }

    public Pilot? Pilot { get; set; }

    public bool IsShadow { get; set; }

    public TimeSpan? Interval { get; set; }

    public ReminderAcknowledgement? Reminders { get; set; }

    public string? DefaultAccountId { get; set; }

    public string? DefaultItemCode { get; set; }

    public DateOnly? CutOverDate { get; set; }

    public ContactSettingsDocument Contacts { get; set; } = new();

    public DocumentSettingsDocument Documents { get; set; } = new();

    public List<string> NotificationRecipients { get; set; } = [];

    public RemoteConnection? Connection { get; set; }

    public FormerConnection? FormerConnection { get; set; }

    public RemoteConnection? PendingConnection { get; set; }

    public HeldBacklog? Backlog { get; set; }

    public List<Trouble> Troubles { get; set; } = [];

    public InterlockOverride? InterlockOverride { get; set; }

    public string CreatedBy { get; set; } = string.Empty;

    public static SettingsDocument From(SyncConfiguration configuration) => new()
    {
        Modules = configuration.Modules,
        IsEnabled = configuration.IsEnabled,
        IsPaused = configuration.IsPaused,
        Pilot = configuration.Pilot,
        IsShadow = configuration.IsShadow,
        Interval = configuration.Interval,
        Reminders = configuration.Reminders,
        DefaultAccountId = configuration.DefaultAccountId,
        DefaultItemCode = configuration.DefaultItemCode,
        CutOverDate = configuration.CutOverDate,
        Contacts = ContactSettingsDocument.From(configuration.Contacts),
        Documents = DocumentSettingsDocument.From(configuration.Documents),
        NotificationRecipients = [.. configuration.NotificationRecipients],
        Connection = configuration.Connection,
        FormerConnection = configuration.FormerConnection,
        PendingConnection = configuration.PendingConnection,
        Backlog = configuration.Backlog,
        Troubles = [.. configuration.Troubles],
        InterlockOverride = configuration.InterlockOverride,
        CreatedBy = configuration.CreatedBy,
    };

    public SyncConfiguration ToRecord(ConfigurationRow row, IReadOnlyList<KompassOrganisationId> organisations) => new()
    {
        Id = new(row.Id),
        Organisations = organisations,
        Modules = Modules,
        IsEnabled = IsEnabled,
        IsPaused = IsPaused,
        Pilot = Pilot,
        IsShadow = IsShadow,
        Interval = Interval,
        Reminders = Reminders,
        DefaultAccountId = DefaultAccountId,
        DefaultItemCode = DefaultItemCode,
        CutOverDate = CutOverDate,
        Contacts = Contacts.ToRecord(),
        Documents = Documents.ToRecord(),
        NotificationRecipients = NotificationRecipients,
        Connection = Connection,
        FormerConnection = FormerConnection,
        PendingConnection = PendingConnection,
        Backlog = Backlog,
        Troubles = Troubles,
        InterlockOverride = InterlockOverride,
        CreatedBy = CreatedBy,
        CreatedAt = Instants.FromTicks(row.CreatedAt),
        Version = row.Version,
    };
}
