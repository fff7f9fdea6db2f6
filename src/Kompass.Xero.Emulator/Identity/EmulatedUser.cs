namespace Kompass.Xero.Emulator;

/// <summary>A person who can give consent. Immutable.</summary>
/// <param name="Id">The id that tokens carry as <c>xero_userid</c>.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="FamilyName">The family name.</param>
public sealed record EmulatedUser(Guid Id, string Email, string GivenName, string FamilyName)
{
    /// <summary>Whether the person may use manual journals, which takes the role of an adviser. Default: true.</summary>
    public bool IsAdviser { get; init; } = true;
}
