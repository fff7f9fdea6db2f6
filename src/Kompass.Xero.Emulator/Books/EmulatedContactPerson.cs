namespace Kompass.Xero.Emulator;

/// <summary>A further person of a contact. Immutable.</summary>
/// <param name="FirstName">The given name.</param>
/// <param name="LastName">The family name.</param>
/// <param name="EmailAddress">The e-mail address.</param>
/// <param name="IncludeInEmails">Whether invoices are e-mailed to this person too.</param>
public sealed record EmulatedContactPerson(string? FirstName, string? LastName, string? EmailAddress, bool IncludeInEmails);
