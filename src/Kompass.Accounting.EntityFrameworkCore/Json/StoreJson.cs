using System.Text.Json.Serialization;

namespace Kompass.Accounting.EntityFrameworkCore;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(ParsableConverter<ClientId>),
        typeof(ParsableConverter<CredentialId>),
        typeof(ParsableConverter<CurrencyCode>),
        typeof(ParsableConverter<InvoiceId>),
        typeof(ParsableConverter<KompassOrganisationId>),
        typeof(ParsableConverter<RemoteContactId>),
        typeof(ParsableConverter<RemoteDocumentId>),
        typeof(ParsableConverter<RemoteOrganisationId>),
    ])]
[JsonSerializable(typeof(SettingsDocument))]
[JsonSerializable(typeof(ImportContent))]
[JsonSerializable(typeof(OperationEvidence))]
[JsonSerializable(typeof(RemoteContact))]
[JsonSerializable(typeof(RecordDrift))]
[JsonSerializable(typeof(RemoteStanding))]
[JsonSerializable(typeof(SyncCounts))]
[JsonSerializable(typeof(TieOut))]
[JsonSerializable(typeof(IReadOnlyList<KompassOrganisationId>))]
[JsonSerializable(typeof(IReadOnlyList<ReconciliationRow>))]
internal sealed partial class StoreJson : JsonSerializerContext;
