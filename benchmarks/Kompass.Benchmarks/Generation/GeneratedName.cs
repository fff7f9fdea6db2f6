namespace Kompass.Benchmarks;

/// <summary>A name in its parts.</summary>
/// <param name="Words">The words without the legal form.</param>
/// <param name="LegalForm">Index of <see cref="Benchmarks.Words.LegalForms"/>, or -1 for none.</param>
/// <param name="IsPerson">Whether it is a person's.</param>
internal sealed record GeneratedName(string[] Words, int LegalForm, bool IsPerson)
{
    public override string ToString() => LegalForm < 0 ? string.Join(' ', Words) : string.Join(' ', Words) + " " + Benchmarks.Words.LegalForms[LegalForm][0];
}
