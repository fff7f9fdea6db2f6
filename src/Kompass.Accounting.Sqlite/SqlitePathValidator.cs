using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting.Sqlite;

/// <summary>Says at start what would otherwise come out at the first use of the database.</summary>
internal sealed class SqlitePathValidator(StoreDatabase database) : IValidateOptions<SqliteStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options) =>
        database is SqliteDatabase { Path: { } path } && SqlitePath.Find(path) is { } problem
            ? ValidateOptionsResult.Fail(problem)
            : ValidateOptionsResult.Success;
}
