namespace Kompass.Accounting.Abstractions.Tests;

public sealed class ConfigurationIdTests() : GuidIdTests<ConfigurationId>(value => new(value));

public sealed class ImportIdTests() : GuidIdTests<ImportId>(value => new(value));

public sealed class OperationIdTests() : GuidIdTests<OperationId>(value => new(value));

public sealed class ReconciliationIdTests() : GuidIdTests<ReconciliationId>(value => new(value));

public sealed class RunIdTests() : GuidIdTests<RunId>(value => new(value));
