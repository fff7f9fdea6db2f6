namespace Kompass.Accounting.Matching;

/// <summary>Who else keeps a pair from being certain.</summary>
internal enum Rival
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Another right record with the same name.</summary>
    OtherRight,

    /// <summary>Another right record with the same name, but with a legal form that this one has not, or without one.</summary>
    OtherForm,

    /// <summary>Another left record for which the right one is nearly as likely.</summary>
    OtherLeft,

    /// <summary>Another left record for which the right one is less likely, but not out of the question.</summary>
    WeakerLeft,
}
