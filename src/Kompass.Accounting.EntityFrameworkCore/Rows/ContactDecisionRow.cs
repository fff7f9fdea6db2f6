using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ContactDecisionRow : IRow<ContactDecisionRow>
{
    public static string Table => "contact_decisions";

    public long Sequence { get; set; }

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public string? ClientId { get; set; }

    public string? RemoteContactId { get; set; }

    public ReviewDecision Decision { get; set; }

    public long DecidedAt { get; set; }

    public string DecidedBy { get; set; } = string.Empty;

    public static void Configure(EntityTypeBuilder<ContactDecisionRow> row)
    {
        row.HasKey(decision => decision.Sequence);
        row.HasIndex(decision => new { decision.RemoteOrganisationId, decision.ClientId }).IsUnique();
        row.HasIndex(decision => new { decision.RemoteOrganisationId, decision.RemoteContactId }).IsUnique();
    }

    public static ContactDecisionRow From(ContactDecision decision) => new()
    {
        RemoteOrganisationId = decision.RemoteOrganisationId.Value,
        ClientId = decision.ClientId?.Value,
        RemoteContactId = decision.RemoteContactId?.Value,
        Decision = decision.Decision,
        DecidedAt = Instants.ToTicks(decision.DecidedAt),
        DecidedBy = decision.DecidedBy,
    };

    public ContactDecision ToRecord() => new()
    {
        RemoteOrganisationId = new(RemoteOrganisationId),
        ClientId = ClientId is null ? null : new ClientId(ClientId),
        RemoteContactId = RemoteContactId is null ? null : new RemoteContactId(RemoteContactId),
        Decision = Decision,
        DecidedAt = Instants.FromTicks(DecidedAt),
        DecidedBy = DecidedBy,
    };
}
