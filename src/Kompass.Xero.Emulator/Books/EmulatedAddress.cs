namespace Kompass.Xero.Emulator;

/// <summary>An address of a contact. Immutable.</summary>
/// <param name="Type">STREET or POBOX.</param>
public sealed record EmulatedAddress(string Type)
{
    /// <summary>The first line.</summary>
    public string? Line1 { get; init; }

    /// <summary>The second line.</summary>
    public string? Line2 { get; init; }

    /// <summary>The third line.</summary>
    public string? Line3 { get; init; }

    /// <summary>The fourth line.</summary>
    public string? Line4 { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The region or county.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The country, letters only.</summary>
    public string? Country { get; init; }

    /// <summary>The person to whose attention it goes.</summary>
    public string? AttentionTo { get; init; }
}
