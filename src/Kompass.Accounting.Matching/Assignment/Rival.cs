namespace Kompass.Accounting.Matching;

/// <summary>Who else keeps a pair from being certain.</summary>
internal enum Rival
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Another right record with the same name.</summary>
    OtherRight,

    /// <summary>Another left record for which the right one is nearly as likely.</summary>
    OtherLeft,
}
