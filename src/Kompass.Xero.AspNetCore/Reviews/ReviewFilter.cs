namespace Kompass.Xero.AspNetCore;

/// <summary>Which rows of a comparison are shown.</summary>
internal enum ReviewFilter
{
    All,
    High,
    Medium,
    Low,
    NoMatch,
    Decided,
}
