namespace Kompass.Accounting.Matching;

/// <summary>Says in words why two records are taken for the same, or not. Thread-safe.</summary>
internal sealed class Reasons(PairScorer scorer)
{
    private readonly Lock _lock = new();
    private readonly NameReason _names = new();

    internal string Of(Entry left, Entry right)
    {
        lock (_lock)
        {
            scorer.Score(left, right);
            return string.Join("; ", FieldReason.Of(scorer.Fields).Prepend(_names.Of(left.Name, right.Name, scorer.Names, scorer.LegalForms)));
        }
    }
}
