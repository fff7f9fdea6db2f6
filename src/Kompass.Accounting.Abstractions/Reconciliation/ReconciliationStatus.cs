namespace Kompass.Accounting;

/// <summary>What a row of a comparison stands for.</summary>
public enum ReconciliationStatus
{
    /// <summary>A contact with a candidate client.</summary>
    Candidate,

    /// <summary>A contact for which no client was found.</summary>
    ContactOnly,

    /// <summary>A client for which no contact was found.</summary>
    ClientOnly,

    /// <summary>A contact whose link exists already.</summary>
    Linked,
}
