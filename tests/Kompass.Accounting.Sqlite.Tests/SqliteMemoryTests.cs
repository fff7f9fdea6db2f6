using Kompass.Accounting.StoreConformance;

namespace Kompass.Accounting.Sqlite.Tests;

public sealed class SqliteMemoryMappingStoreTests() : MappingStoreTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryAuditTrailTests() : AuditTrailTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemorySyncJournalTests() : SyncJournalTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryLeaseTests() : LeaseTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryContactMirrorTests() : ContactMirrorTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryConfigurationStoreTests() : ConfigurationStoreTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryCredentialStoreTests() : CredentialStoreTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryReconciliationStoreTests() : ReconciliationStoreTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemorySchemaTests() : SchemaTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryModelTests() : ModelTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryRandomSequenceTests() : RandomSequenceTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryUpgradeTests() : UpgradeTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryJournalArchiveTests() : JournalArchiveTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryRevisionTests() : RevisionTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryLinkIndexTests() : LinkIndexTests(SqliteMemoryFixture.CreateAsync);

public sealed class SqliteMemoryRemoteChangeInboxTests() : RemoteChangeInboxTests(SqliteMemoryFixture.CreateAsync);
