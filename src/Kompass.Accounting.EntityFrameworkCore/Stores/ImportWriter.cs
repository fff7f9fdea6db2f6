using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class ImportWriter
{
    /// <summary>Adds an import, or replaces it.</summary>
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        TakeOverImport? import,
        CancellationToken cancellationToken)
    {
        if (import is null)
        {
            return;
        }

        if (import.RemoteOrganisationId != organisation)
        {
            throw new ArgumentException($"Import {import.Id} belongs to organisation {import.RemoteOrganisationId}, and the call is about organisation {organisation}.");
        }

        var row = await context.Set<ImportRow>().FirstOrDefaultAsync(standing => standing.Id == import.Id.Value, cancellationToken);
        if (row is null)
        {
            row = new();
            context.Add(row);
        }

        row.Set(import);
    }
}
