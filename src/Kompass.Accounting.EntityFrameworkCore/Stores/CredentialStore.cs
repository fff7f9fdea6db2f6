using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class CredentialStore(StoreAccess store, CredentialProtector protector) : ICredentialStore
{
    public Task<StoredCredential?> GetAsync(CredentialId id, CancellationToken cancellationToken) =>
        store.ReadAsync(async context => Open(id, await FindAsync(context, id, cancellationToken)), cancellationToken);

    public Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Credential(id),
            async context =>
            {
                var row = await context.FindAsync<CredentialRow>([id.Value], cancellationToken);

                // A row that can no longer be read counts as absent, or a lost key ring could never be healed by connecting again.
                var standing = row is null || (expectedVersion == 0 && Open(id, row) is null) ? 0 : row.Version;
                if (standing != expectedVersion)
                {
                    throw new StoreConflictException(
                        $"Credential {id} was changed or removed by somebody else since version {expectedVersion} was read. Read it again.");
                }

                var encrypted = protector.Protect(id, payload.Span);
                if (row is null)
                {
                    row = new() { Id = id.Value, Version = 0, Payload = encrypted };
                    context.Add(row);
                }

                row.Payload = encrypted;
                row.Version++;
                await context.SaveChangesAsync(cancellationToken);
                return row.Version;
            },
            cancellationToken);

    public Task<StoredCredential?> TakeAsync(CredentialId id, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Credential(id),
            async context =>
            {
                var row = await FindAsync(context, id, cancellationToken);
                var isMine = row is not null && await context.Set<CredentialRow>()
                    .Where(standing => standing.Id == id.Value && standing.Version == row.Version)
                    .ExecuteDeleteAsync(cancellationToken) == 1;
                return isMine ? Open(id, row) : null;
            },
            cancellationToken);

    public Task<IReadOnlyList<CredentialId>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<CredentialId>>(
            async context =>
            {
                var ids = await context.Set<CredentialRow>()
                    .Where(row => row.Id.Substring(0, prefix.Length) == prefix)
                    .Select(row => row.Id)
                    .ToListAsync(cancellationToken);
                return ids.ConvertAll(id => new CredentialId(id));
            },
            cancellationToken);

    public Task RemoveAsync(CredentialId id, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Credential(id),
            async context =>
            {
                await context.Set<CredentialRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancellationToken);
                await context.Set<CredentialLeaseRow>().Where(row => row.CredentialId == id.Value).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    public Task<bool> TryLeaseAsync(CredentialId id, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Credential(id),
            async context =>
            {
                var now = await store.GetTimeAsync(context, cancellationToken);
                var row = await context.FindAsync<CredentialLeaseRow>([id.Value], cancellationToken);
                if (row is not null && row.Owner != owner && row.ExpiresAt > Instants.ToTicks(now))
                {
                    return false;
                }

                if (row is null)
                {
                    row = new() { CredentialId = id.Value, Owner = owner, ExpiresAt = 0 };
                    context.Add(row);
                }

                row.Owner = owner;
                row.ExpiresAt = Instants.ToTicks(now + duration);
                await context.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    public Task ReleaseAsync(CredentialId id, string owner, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Credential(id),
            context => context.Set<CredentialLeaseRow>()
                .Where(row => row.CredentialId == id.Value && row.Owner == owner)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    private static Task<CredentialRow?> FindAsync(AccountingDbContext context, CredentialId id, CancellationToken cancellationToken) =>
        context.Set<CredentialRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken);

    private StoredCredential? Open(CredentialId id, CredentialRow? row) =>
        row is not null && protector.TryUnprotect(id, row.Payload) is { } payload ? new(id, payload, row.Version) : null;
}
