namespace Kompass.Accounting.Abstractions.Tests;

public sealed class ClientIdTests() : TextIdTests<ClientId>(100);

public sealed class InvoiceIdTests() : TextIdTests<InvoiceId>(100);

public sealed class KompassOrganisationIdTests() : TextIdTests<KompassOrganisationId>(100);

public sealed class RemoteContactIdTests() : TextIdTests<RemoteContactId>(100);

public sealed class RemoteDocumentIdTests() : TextIdTests<RemoteDocumentId>(100);

public sealed class RemoteOrganisationIdTests() : TextIdTests<RemoteOrganisationId>(100);

public sealed class CredentialIdTests() : TextIdTests<CredentialId>(200);

public sealed class IdempotencyKeyTests() : TextIdTests<IdempotencyKey>(128);

public sealed class SourceCursorTests() : TextIdTests<SourceCursor>(2000);
