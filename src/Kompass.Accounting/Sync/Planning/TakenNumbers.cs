namespace Kompass.Accounting;

/// <summary>The numbers that sent documents have, and that this plan is about to give. A voided document keeps its number.</summary>
internal sealed class TakenNumbers
{
    private readonly Dictionary<(DocumentKind, string), string> _holders = [];

    public TakenNumbers(IEnumerable<DocumentLink> links)
    {
        foreach (var link in links)
        {
            if (link.Number is { } number)
            {
                _holders.TryAdd(Key(link.Kind, number), link.InvoiceId.Value);
            }
        }
    }

    public string? Holder(DocumentContent content) =>
        content.Number is { } number ? _holders.GetValueOrDefault(Key(content.Kind, number)) : null;

    public void Take(DocumentContent content, string holder)
    {
        if (content.Number is { } number)
        {
            _holders.TryAdd(Key(content.Kind, number), holder);
        }
    }

    private static (DocumentKind, string) Key(DocumentKind kind, string number) => (kind, number.ToUpperInvariant());
}
