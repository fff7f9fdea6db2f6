namespace Kompass.Xero.Emulator;

/// <summary>What one consent of one person gave: it is rotated, and it dies as a whole.</summary>
internal sealed class TokenSet
{
    /// <summary>The app that it was given to.</summary>
    public required RegisteredApp App { get; init; }

    /// <summary>Who consented; <see langword="null"/> when the app acts for itself.</summary>
    public EmulatedUser? User { get; init; }

    public required Guid AuthEventId { get; init; }

    public required DateTimeOffset AuthTime { get; init; }

    public required HashSet<string> Scopes { get; init; }

    /// <summary>Whether it was revoked: neither token works any more.</summary>
    public bool IsDead { get; set; }

    /// <summary>Whether a later consent took its place: it can no longer be refreshed.</summary>
    public bool IsSuperseded { get; set; }

    /// <summary>The refresh token that the latest rotation gave out.</summary>
    public RefreshToken? Current { get; set; }

    internal sealed class RefreshToken(string value, TokenSet set, DateTimeOffset issued)
    {
        public string Value => value;

        public TokenSet Set => set;

        public DateTimeOffset Issued => issued;

        public DateTimeOffset? ReplacedAt { get; set; }
    }
}
