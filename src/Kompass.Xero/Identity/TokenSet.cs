using System.Text;
using System.Text.Json.Serialization;

namespace Kompass.Xero;

/// <summary>
/// What one consent of one Xero user gave this app. It serves every organisation that the user connected, so it is stored once
/// and never copied per organisation: a refresh through one copy kills the others.
/// </summary>
internal sealed record TokenSet
{
    /// <summary>How long Xero still takes the refresh token that was last replaced.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public required string AccessToken { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string RefreshToken { get; init; }

    /// <summary>The refresh token before the last rotation, kept for its grace time.</summary>
    public string? PreviousRefreshToken { get; init; }

    public DateTimeOffset? RotatedAt { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? UserId { get; init; }

    public string? UserEmail { get; init; }

    public string? AuthenticationEventId { get; init; }

    /// <summary>Xero refused it for good: it is not tried again.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Xero forgets a refresh token that nobody used for so long.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromDays(60);

    /// <summary>How long Xero's access tokens live.</summary>
    private static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(30);

    /// <summary>When Xero gave it out.</summary>
    [JsonIgnore]
    public DateTimeOffset IssuedAt => RotatedAt ?? ExpiresAt - AccessLifetime;

    public bool IsFresh(DateTimeOffset now, TimeSpan skew) => now + skew < ExpiresAt;

    public bool PreviousIsInGrace(DateTimeOffset now) =>
        PreviousRefreshToken is not null && RotatedAt is { } rotated && now - rotated < Grace;

    // The compiler's record text would print both tokens into any log that formats this value.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ExpiresAt = ").Append(ExpiresAt.ToString("u", System.Globalization.CultureInfo.InvariantCulture));
        builder.Append(", UserId = ").Append(UserId).Append(", tokens hidden");
        return true;
    }
}
