namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>
/// Applies the schema on first use. Callers that come at once all apply it: the database keeps them apart, and so a caller
/// that is cancelled or fails never leaves the others without it.
/// </summary>
internal sealed class SchemaInitializer(StoreDatabase database)
{
    private volatile bool _isApplied;

    public async ValueTask EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isApplied)
        {
            return;
        }

        await database.EnsureSchemaAsync(cancellationToken);
        _isApplied = true;
    }
}
