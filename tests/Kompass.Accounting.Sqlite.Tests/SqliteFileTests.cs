using Kompass.Accounting.StoreConformance;

namespace Kompass.Accounting.Sqlite.Tests;

public sealed class SqliteFileMappingStoreTests() : MappingStoreTests(SqliteFileFixture.CreateAsync);
