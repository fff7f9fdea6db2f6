namespace Kompass.Accounting.Matching;

/// <summary>A record of the right side that a row may be. Two are equal if key, confidence and band are.</summary>
public sealed record MatchCandidate
{
    private readonly Lazy<string> _reason;

    /// <summary>Makes a candidate whose reason is known.</summary>
    /// <param name="rightKey">Key of the record on the right side.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="band">The band of the confidence.</param>
    /// <param name="reason">Why, in words for a person.</param>
    public MatchCandidate(string rightKey, double confidence, MatchBand band, string reason)
        : this(rightKey, confidence, band, () => reason)
    {
    }

    internal MatchCandidate(string rightKey, double confidence, MatchBand band, Func<string> reason)
    {
        (RightKey, Confidence, Band) = (rightKey, confidence, band);
        _reason = new(reason);
    }

    /// <summary>Key of the record on the right side.</summary>
    public string RightKey { get; }

    /// <summary>How likely it is that both are the same, 0 to 1, rivals on both sides taken into account.</summary>
    public double Confidence { get; }

    /// <summary>The band of <see cref="Confidence"/> under the options used.</summary>
    public MatchBand Band { get; }

    /// <summary>Why, in words for a person: "same name apart from Ltd / Limited; same postcode".</summary>
    public string Reason => _reason.Value;

    /// <inheritdoc/>
    public bool Equals(MatchCandidate? other) =>
        other is not null && RightKey == other.RightKey && Confidence.Equals(other.Confidence) && Band == other.Band;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RightKey, Confidence, Band);
}
