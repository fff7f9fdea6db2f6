namespace Kompass.Accounting;

/// <summary>How sure a match is, in words.</summary>
public enum ConfidenceBand
{
    /// <summary>No candidate.</summary>
    None,

    /// <summary>A weak candidate, shown so that nobody has to search.</summary>
    Low,

    /// <summary>A person has to decide.</summary>
    Medium,

    /// <summary>All but certain; still confirmed by a person.</summary>
    High,
}
