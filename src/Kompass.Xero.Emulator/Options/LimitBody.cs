namespace Kompass.Xero.Emulator;

/// <summary>What the body of a 429 holds.</summary>
public enum LimitBody
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A JSON problem.</summary>
    Problem,

    /// <summary>Plain text.</summary>
    Text,
}
