namespace Kompass.Accounting.Matching;

internal enum LegalFormRelation : byte
{
    /// <summary>Neither name has one, or both spell it alike.</summary>
    Same,

    /// <summary>Ltd and Limited.</summary>
    SpeltDifferently,

    /// <summary>Only one name has one.</summary>
    OneSided,

    /// <summary>Ltd and LLP.</summary>
    Different,
}
