namespace Kompass.Accounting.Matching;

/// <summary>The steps of a comparison, in the order in which they are taken.</summary>
public enum MatchStage
{
    /// <summary>Names and fields are brought into a comparable form.</summary>
    Reading,

    /// <summary>The right list is made searchable.</summary>
    Indexing,

    /// <summary>Candidates are found and scored for each left record.</summary>
    Scoring,

    /// <summary>Rivals are weighed and pairs assigned one-to-one.</summary>
    Assigning,

    /// <summary>Everything is done.</summary>
    Done,
}
