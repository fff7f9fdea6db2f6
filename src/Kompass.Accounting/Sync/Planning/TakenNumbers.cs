namespace Kompass.Accounting;

/// <summary>The numbers that sent documents have, and that this plan is about to give. A voided document keeps its number.</summary>
internal sealed class TakenNumbers(IReadOnlyCollection<DocumentLink> links)
{
    // A plan that sends nothing never asks for it.
    private readonly Lazy<Dictionary<(DocumentKind, string), string>> _holders = new(() => HoldersOf(links), LazyThreadSafetyMode.None);

    public string? Holder(DocumentContent content) =>
        content.Number is { } number ? _holders.Value.GetValueOrDefault(Key(content.Kind, number)) : null;

    public void Take(DocumentContent content, string holder)
    {
        if (content.Number is { } number)
        {
            _holders.Value.TryAdd(Key(content.Kind, number), holder);
        }
    }

    private static Dictionary<(DocumentKind, string), string> HoldersOf(IReadOnlyCollection<DocumentLink> links)
    {
        var holders = new Dictionary<(DocumentKind, string), string>(links.Count);
        foreach (var link in links)
        {
            if (link.Number is { } number)
            {
                holders.TryAdd(Key(link.Kind, number), link.InvoiceId.Value);
            }
        }

        return holders;
    }

    private static (DocumentKind, string) Key(DocumentKind kind, string number) => (kind, number.ToUpperInvariant());
}
