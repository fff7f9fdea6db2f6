namespace Kompass.Xero.Emulator;

/// <summary>A telephone number of a contact. Immutable.</summary>
/// <param name="Type">DEFAULT, DDI, FAX, MOBILE or OFFICE.</param>
/// <param name="Number">The number.</param>
/// <param name="AreaCode">The area code.</param>
/// <param name="CountryCode">The country code.</param>
public sealed record EmulatedPhone(string Type, string? Number = null, string? AreaCode = null, string? CountryCode = null);
