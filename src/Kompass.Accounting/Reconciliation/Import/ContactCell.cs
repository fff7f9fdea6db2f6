namespace Kompass.Accounting;

/// <summary>Finds the contact that a cell means: exactly, or as an id in another notation (capitals, braces, no hyphens).</summary>
internal sealed class ContactCell
{
    private readonly Dictionary<string, RemoteContact> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RemoteContact?> _loose = new(StringComparer.Ordinal);

    public ContactCell(IEnumerable<RemoteContact> contacts)
    {
        foreach (var contact in contacts)
        {
            _exact[contact.Id.Value] = contact;
            if (!_loose.TryAdd(Loosen(contact.Id.Value), contact))
            {
                _loose[Loosen(contact.Id.Value)] = null;
            }
        }
    }

    public RemoteContact? Find(string text) => _exact.GetValueOrDefault(text) ?? _loose.GetValueOrDefault(Loosen(text));

    private static string Loosen(string text)
    {
        var bare = new string([.. text.Where(character => !char.IsWhiteSpace(character) && character is not ('{' or '}' or '\''))]);
        return Guid.TryParse(bare, out var id) ? id.ToString("D") : bare.ToUpperInvariant();
    }
}
