using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting.Sqlite;

/// <summary>Keeps the key ring where the database in use says; leaves it to the host where it says nothing.</summary>
internal sealed class SqliteKeyRing(StoreDatabase database, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        if (database is SqliteDatabase { KeyRingDirectory: { } directory })
        {
            options.XmlRepository = new FileSystemXmlRepository(new(directory), loggers);
        }
    }
}
