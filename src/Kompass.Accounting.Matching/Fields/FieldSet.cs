namespace Kompass.Accounting.Matching;

/// <summary>A small set of field kinds.</summary>
internal readonly record struct FieldSet(int Bits)
{
    internal FieldSet With(FieldKind kind) => new(Bits | (1 << (int)kind));

    internal bool Has(FieldKind kind) => (Bits & (1 << (int)kind)) != 0;
}
