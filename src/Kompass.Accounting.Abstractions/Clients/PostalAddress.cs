namespace Kompass.Accounting;

/// <summary>A postal address. Null members are unknown.</summary>
public sealed record PostalAddress
{
    /// <summary>First line: building and street.</summary>
    public string? Line1 { get; init; }

    /// <summary>Second line.</summary>
    public string? Line2 { get; init; }

    /// <summary>Town or city.</summary>
    public string? City { get; init; }

    /// <summary>County, state or region.</summary>
    public string? Region { get; init; }

    /// <summary>Postcode.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country by name.</summary>
    public string? Country { get; init; }

    /// <summary>True when no member holds text.</summary>
    public bool IsBlank =>
        string.IsNullOrWhiteSpace(Line1) && string.IsNullOrWhiteSpace(Line2) && string.IsNullOrWhiteSpace(City)
        && string.IsNullOrWhiteSpace(Region) && string.IsNullOrWhiteSpace(PostalCode) && string.IsNullOrWhiteSpace(Country);
}
