using System.Globalization;
using Kompass.Accounting;

namespace Kompass.Benchmarks;

/// <summary>Puts a large customer's years into the store, through its ports.</summary>
internal sealed class PagesFill(PagesSite site, int contacts, int records)
{
    /// <summary>How many documents are not sent yet, so that there is something to plan.</summary>
    public const int New = 1000;

    private const int Held = 1000;
    private const int Drifted = 100;
    private const int Runs = 500;
    private const int Decisions = 10_000;
    private const int OfOneRun = 1000;
    private const int Batch = 2000;
    private const int OpenOneIn = 10;
    private const string Hash = "v1:AbCdEfGhIjKlMnOpQrStUv";

    private readonly DateTimeOffset _now = site.Clock.GetUtcNow();

    /// <summary>How many contacts of a comparison are not linked: a tenth of the others.</summary>
    public static int OpenOf(int contacts) => contacts / OpenOneIn;

    public async Task<FilledStore> RunAsync(CancellationToken cancellationToken)
    {
        var (configuration, accounts) = await site.ConnectAsync(cancellationToken);
        var organisation = configuration.Connection!.OrganisationId;
        var run = new RunId(Guid.CreateVersion7());
        var journal = site.Get<ISyncJournal>();
        var lease = await journal.TryAcquireAsync(organisation, "benchmark", TimeSpan.FromHours(1), cancellationToken)
            ?? throw new InvalidOperationException("Somebody else has the lease of the organisation.");
        await RecordAsync(Parts(contacts, part => new OutcomeBatch { ContactLinks = [.. part.Select(index => LinkOfContact(organisation, index))] }));
        await RecordAsync(Parts(contacts + OpenOf(contacts), part => new OutcomeBatch { Contacts = [.. part.Select(Contact)] }));
        await RecordAsync(Parts(records, part => new OutcomeBatch { DocumentLinks = [.. part.Select(index => LinkOfDocument(organisation, index))] }));
        await RecordAsync([new() { Holds = [.. Enumerable.Range(0, Held).Select(Hold)] }]);
        await RecordAsync([new() { Operations = [.. Enumerable.Range(0, Math.Min(OfOneRun, records)).Select(index => Operation(configuration, run, index))] }]);
        await journal.ReleaseAsync(lease, cancellationToken);
        await site.Get<IContactMirror>().SaveAsync(organisation, [], _now, cancellationToken);
        for (var number = Runs; number > 0; number--)
        {
            await journal.SaveRunAsync(Run(configuration, number == 1 ? run : new(Guid.CreateVersion7()), number), cancellationToken);
        }

        await site.Get<IAuditTrail>().AppendAsync([.. Enumerable.Range(0, Decisions).Select(index => Decision(configuration, index))], cancellationToken);
        await site.Get<IMappingStore>().SaveMappingsAsync(
            organisation, MappingKind.Account, [.. Enumerable.Range(0, WideCodes.Nominals).Select(number => new CodeMapping(MappingKind.Account, WideCodes.Nominal(number), accounts[number]))], cancellationToken);
        await site.Get<IMappingStore>().SaveMappingsAsync(organisation, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], cancellationToken);
        var report = Report(configuration);
        await site.Get<IReconciliationStore>().SaveAsync(report, cancellationToken);
        return new(configuration.Id, report.Id, run);

        async Task RecordAsync(IEnumerable<OutcomeBatch> batches)
        {
            foreach (var batch in batches)
            {
                await journal.RecordAsync(lease, batch, cancellationToken);
            }
        }
    }

    private static IEnumerable<OutcomeBatch> Parts(int count, Func<int[], OutcomeBatch> of) => Enumerable.Range(0, count).Chunk(Batch).Select(of);

    private static string Id(int kind, int index) => new Guid(index, (short)kind, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString("D");

    private static InvoiceId Invoice(int index) => new(string.Create(CultureInfo.InvariantCulture, $"I{index:D7}"));

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"INV-{index:D7}");

    private RemoteContact Contact(int index) => new()
    {
        Id = new(Id(1, index)),
        Name = $"Client number {index} Limited",
        Status = ContactStatus.Active,
        ContactNumber = GeneratedClients.Key(index).Value,
        EmailAddress = $"office@client{index}.example",
        Address = new() { Line1 = $"{index % 400} High Street", City = "London", PostalCode = "EC1A 1BB", Country = "GB" },
        IsCustomer = true,
        UpdatedAt = _now,
    };

    private ContactLink LinkOfContact(RemoteOrganisationId organisation, int index) => new()
    {
        RemoteOrganisationId = organisation,
        ClientId = GeneratedClients.Key(index),
        RemoteContactId = new(Id(1, index)),
        Origin = LinkOrigin.Reconciled,
        CreatedAt = _now,
        CreatedBy = OneAdministrator.Name,
        RecordHash = Hash,
        SentName = $"Client number {index} Limited",
    };

    /// <summary>Of ten documents nine are paid; some of the others were changed in Xero.</summary>
    private DocumentLink LinkOfDocument(RemoteOrganisationId organisation, int index) => new()
    {
        RemoteOrganisationId = organisation,
        InvoiceId = Invoice(index),
        RemoteDocumentId = new(Id(2, index)),
        Kind = DocumentKind.Invoice,
        Number = Number(index),
        ClientId = GeneratedClients.Key(index % contacts),
        Currency = new("GBP"),
        Date = new DateOnly(2020, 1, 1).AddDays(index % 2300),
        Gross = 120,
        SentTotal = 120,
        RecordHash = Hash,
        RemoteUpdatedAt = _now,
        StoredDigest = Hash,
        CreatedAt = _now,
        Standing = (index % 10, index / 10) switch
        {
            ( > 0, _) => Standing(new(DriftKind.Paid, $"{Number(index)} was paid in full.", "Nothing: it is paid.")),
            (_, < Drifted) => Standing(new(DriftKind.Edited, $"{Number(index)} comes to 144.00 in Xero; 120.00 was sent.", "Change it in Xero back to what was sent, or in Kompass to what Xero says.")),
            _ => null,
        },
    };

    private RemoteStanding Standing(RecordDrift drift) => new()
    {
        Status = drift.Kind == DriftKind.Paid ? DocumentStatus.Paid : DocumentStatus.Approved,
        Total = drift.Kind == DriftKind.Paid ? 120 : 144,
        AmountPaid = drift.Kind == DriftKind.Paid ? 120 : 0,
        UpdatedAt = _now,
        Drift = drift,
    };

    /// <summary>Of some causes hundreds wait; of others, such as an account that is not mapped, a few each.</summary>
    private Hold Hold(int index)
    {
        var nominal = WideCodes.Nominal(index % WideCodes.Nominals);
        return new()
        {
            Record = index % 4 == 0 ? RecordKey.Of(GeneratedClients.Key(index)) : RecordKey.Of(Invoice(records + index)),
            Reason = index % 2 == 0 ? HoldReason.PeriodLocked : HoldReason.UnmappedNominal,
            Detail = index % 2 == 0 ? "Its date lies in a period that is locked in Xero." : $"Nominal account {nominal} is not mapped to an account of Xero.",
            Remedy = index % 2 == 0 ? "Give it a date after the lock date in Kompass, or move the lock date in Xero." : $"Map nominal account {nominal} to an account under Accounts.",
            Title = Number(records + index),
            Amount = 120,
            Since = _now.AddHours(-index),
        };
    }

    private Operation Operation(SyncConfiguration configuration, RunId run, int index) => new()
    {
        Id = new(Guid.CreateVersion7()),
        ConfigurationId = configuration.Id,
        RemoteOrganisationId = configuration.Connection!.OrganisationId,
        RunId = run,
        Record = RecordKey.Of(Invoice(index)),
        Action = OperationAction.Create,
        DocumentKind = DocumentKind.Invoice,
        NaturalKey = Number(index),
        RecordHash = Hash,
        AttemptKey = new($"attempt-{index}"),
        State = OperationState.Succeeded,
        IntendedAt = _now,
        SettledAt = _now,
        RemoteId = Id(2, index),
    };

    private SyncRun Run(SyncConfiguration configuration, RunId id, int number) => new()
    {
        Id = id,
        ConfigurationId = configuration.Id,
        RemoteOrganisationId = configuration.Connection!.OrganisationId,
        StartedAt = _now.AddMinutes(-15 * number),
        FinishedAt = _now.AddMinutes(-15 * number).AddSeconds(40),
        Outcome = SyncOutcome.Completed,
        Counts = new() { InvoicesCreated = OfOneRun, Held = Held },
        Message = $"{Held} records are held and wait for somebody.",
        TieOut = new()
        {
            Lines = [.. Enum.GetValues<DocumentKind>().Select(kind => new TieOutLine(kind, new("GBP"), records, records * 120m, records, (records * 120m) + (Drifted * 24m)))],
            Differences = [.. Enumerable.Range(0, Drifted).Select(index => new TieOutDifference(RecordKey.Of(Invoice(index * 10)), Number(index * 10), 120, 144, "It was edited in Xero."))],
            DifferenceCount = Drifted,
        },
    };

    private AuditEntry Decision(SyncConfiguration configuration, int index) => new()
    {
        At = _now.AddMinutes(index - Decisions),
        Actor = OneAdministrator.Name,
        Action = (AuditAction)(index % (int)AuditAction.Other),
        ConfigurationId = configuration.Id,
        RemoteOrganisationId = configuration.Connection!.OrganisationId,
        Record = RecordKey.Of(Invoice(index)),
        Reason = "The customer asked for it by telephone, and accounting agreed to it the same day.",
        Before = $"held: {Number(index)} lies in a locked period",
        After = "retried",
    };

    /// <summary>Most contacts are linked; those that are not come first, in every band.</summary>
    private ReconciliationReport Report(SyncConfiguration configuration) => new()
    {
        Id = new(Guid.CreateVersion7()),
        ConfigurationId = configuration.Id,
        RemoteOrganisationId = configuration.Connection!.OrganisationId,
        Organisations = configuration.Organisations,
        CreatedAt = site.Clock.GetUtcNow(),
        RequestedBy = OneAdministrator.Name,
        Rows = [.. Enumerable.Range(0, contacts).Select(Row)],
    };

    private ReconciliationRow Row(int index)
    {
        var isOpen = index < OpenOf(contacts);
        var subject = isOpen ? contacts + index : index;
        return new()
        {
            Number = index + 1,
            Status = isOpen ? ReconciliationStatus.Candidate : ReconciliationStatus.Linked,
            Contact = Contact(subject),
            Client = new() { Id = GeneratedClients.Key(subject), OrganisationId = PagesSite.Owner, Name = $"Client Number {subject} Ltd", Currency = new("GBP"), EmailAddress = $"office@client{subject}.example" },
            Confidence = 97.5m - (index % 60),
            Band = (ConfidenceBand)(index % Enum.GetValues<ConfidenceBand>().Length),
            Reason = "The names are the same but for their legal form, and so is the e-mail address.",
        };
    }
}
