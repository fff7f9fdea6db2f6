namespace Kompass.Xero.Emulator;

/// <summary>What <see cref="Admission"/> found out about a call.</summary>
internal readonly record struct Admitted
{
    /// <summary>Why the call is refused; <see langword="null"/> when it is let in.</summary>
    public EmulatedResponse? Refusal { get; init; }

    public Organisation? Organisation { get; init; }

    public EmulatedConnection? Connection { get; init; }
}
