namespace Kompass.Simulation;

/// <summary>What may befall a process at a point.</summary>
internal enum Blow
{
    None,

    /// <summary>The process dies: nothing of it goes on.</summary>
    Death,

    /// <summary>What was asked for fails. At a point behind an effect, the effect stands.</summary>
    Error,

    /// <summary>On the network: no answer, until the caller gives up. In the store: a pause that outlasts a lease.</summary>
    Hang,
}
