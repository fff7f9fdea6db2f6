namespace Kompass.Xero.AspNetCore;

/// <summary>What a suggestion is looked for: a code of Kompass, or a record of Xero that has to be replaced.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
/// <param name="Percent">Of VAT rates: the rate; null otherwise.</param>
internal sealed record MappingSubject(string Code, string Name, decimal? Percent = null);
