using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Counts the changes of what is remembered of an organisation.</summary>
internal static class RevisionTable
{
    /// <summary>Grows it in the caller's transaction, before anything else is written there.</summary>
    public static async Task GrowAsync(AccountingDbContext context, RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        var updated = await context.Set<RevisionRow>()
            .Where(row => row.RemoteOrganisationId == organisation.Value)
            .ExecuteUpdateAsync(row => row.SetProperty(standing => standing.Revision, standing => standing.Revision + 1), cancellationToken);
        if (updated == 0)
        {
            context.Add(new RevisionRow { RemoteOrganisationId = organisation.Value, Revision = 1 });
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Grows it when a batch changes what a plan is made of. Operations and holds do not: a plan reads them anyway.</summary>
    public static Task GrowAsync(AccountingDbContext context, RemoteOrganisationId organisation, OutcomeBatch batch, CancellationToken cancellationToken) =>
        batch.ContactLinks.Count + batch.DocumentLinks.Count + batch.RemovedContactLinks.Count + batch.RemovedDocumentLinks.Count
            + batch.Contacts.Count + batch.Released.Count + batch.Decisions.Count + batch.Skips.Count + batch.Unskipped.Count
            + batch.Mappings.Count + batch.RemovedMappings.Count > 0 || batch.Import is not null
            ? GrowAsync(context, organisation, cancellationToken)
            : Task.CompletedTask;
}
