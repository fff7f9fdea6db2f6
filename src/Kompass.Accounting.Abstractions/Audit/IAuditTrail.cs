namespace Kompass.Accounting;

/// <summary>
/// Keeps every decision of a person, for ever: nothing in it is changed or removed. What changes the store's own records is appended in
/// the transaction of the change: see <see cref="OutcomeBatch.Audit"/>, <see cref="IConfigurationStore"/> and <see cref="IMappingStore"/>.
/// Thread-safe.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Appends entries in the order given, all or nothing. Their sequence is not looked at.</summary>
    Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Reads entries, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken);
}
