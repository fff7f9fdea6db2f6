namespace Kompass.Accounting;

/// <summary>One fact in which a document of Kompass and one of the ledger differ.</summary>
/// <param name="Field">What differs, for people: <c>number</c>, <c>contact</c>, <c>line 2 account</c>.</param>
/// <param name="Kompass">What Kompass says; <c>(none)</c> for nothing.</param>
/// <param name="Ledger">What the ledger says; <c>(none)</c> for nothing.</param>
public sealed record DocumentDifference(string Field, string Kompass, string Ledger)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}: {Kompass} in Kompass, {Ledger} in the ledger";
}
