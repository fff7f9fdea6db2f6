using Kompass.Accounting.StoreConformance;

namespace Kompass.Accounting.Sqlite.Tests;

public sealed class SqliteFileMappingStoreTests() : MappingStoreTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileAuditTrailTests() : AuditTrailTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileSyncJournalTests() : SyncJournalTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileLeaseTests() : LeaseTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileContactMirrorTests() : ContactMirrorTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileConfigurationStoreTests() : ConfigurationStoreTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileCredentialStoreTests() : CredentialStoreTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileReconciliationStoreTests() : ReconciliationStoreTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileSchemaTests() : SchemaTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileModelTests() : ModelTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileRandomSequenceTests() : RandomSequenceTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileUpgradeTests() : UpgradeTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileJournalArchiveTests() : JournalArchiveTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileRevisionTests() : RevisionTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileLinkIndexTests() : LinkIndexTests(SqliteFileFixture.CreateAsync);

public sealed class SqliteFileRemoteChangeInboxTests() : RemoteChangeInboxTests(SqliteFileFixture.CreateAsync);
