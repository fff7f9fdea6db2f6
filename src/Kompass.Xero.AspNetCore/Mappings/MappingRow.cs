namespace Kompass.Xero.AspNetCore;

internal sealed record MappingRow(string Code, string Name, string Chosen);
