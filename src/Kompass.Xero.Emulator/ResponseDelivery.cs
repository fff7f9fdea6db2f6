namespace Kompass.Xero.Emulator;

/// <summary>What becomes of an answer on its way to the caller.</summary>
public enum ResponseDelivery
{
    /// <summary>It arrives.</summary>
    Answered,

    /// <summary>The connection breaks: the caller learns nothing of what was done.</summary>
    Lost,

    /// <summary>Nothing arrives, and the connection stays open until the caller gives up.</summary>
    Never,
}
