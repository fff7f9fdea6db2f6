using Kompass.Accounting.StoreConformance;

namespace Kompass.Accounting.PostgreSql.Tests;

public sealed class PostgreSqlMappingStoreTests() : MappingStoreTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlAuditTrailTests() : AuditTrailTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlSyncJournalTests() : SyncJournalTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlLeaseTests() : LeaseTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlContactMirrorTests() : ContactMirrorTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlConfigurationStoreTests() : ConfigurationStoreTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlCredentialStoreTests() : CredentialStoreTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlReconciliationStoreTests() : ReconciliationStoreTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlSchemaTests() : SchemaTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlModelTests() : ModelTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlRandomSequenceTests() : RandomSequenceTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlUpgradeTests() : UpgradeTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlJournalArchiveTests() : JournalArchiveTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlRevisionTests() : RevisionTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlLinkIndexTests() : LinkIndexTests(PostgreSqlFixture.CreateAsync);

public sealed class PostgreSqlRemoteChangeInboxTests() : RemoteChangeInboxTests(PostgreSqlFixture.CreateAsync);
