namespace Kompass.Xero;

internal interface IEntropy
{
    void Fill(Span<byte> buffer);

    double NextDouble();
}
