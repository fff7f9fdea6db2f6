namespace Kompass.Xero.AspNetCore;

/// <summary>An uploaded file and what its dry run found.</summary>
internal sealed record CheckedFile(byte[] Content, string Name, ImportResult Result);
