namespace Kompass.Accounting;

/// <summary>The one source of randomness and of new ids, injected so that a simulation can be replayed.</summary>
public interface IEntropy
{
    /// <summary>Fills the buffer with bytes that nobody can predict.</summary>
    void Fill(Span<byte> destination);
}
