namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>What an import added, as it is kept.</summary>
internal sealed record ImportContent(IReadOnlyList<ContactLink> Contacts, IReadOnlyList<DocumentLink> Documents, IReadOnlyList<CodeMapping> Mappings);
