namespace Kompass.Accounting;

/// <summary>Finds the client that a cell means, after what spreadsheets do to numbers: leading zeros lost, powers of ten.</summary>
internal sealed class ClientCell
{
    private readonly IReadOnlyDictionary<ClientId, Client> _clients;
    private readonly ILookup<string, Client> _byShortened;
    private readonly ILookup<string, Client> _byTrimmed;

    public ClientCell(IReadOnlyDictionary<ClientId, Client> clients)
    {
        _clients = clients;
        _byShortened = clients.Values
            .Where(client => IsPadded(client.Id))
            .ToLookup(client => Shorten(client.Id.Value), StringComparer.Ordinal);
        _byTrimmed = clients.Values
            .Where(client => client.Id.Value.Trim() != client.Id.Value)
            .ToLookup(client => client.Id.Value.Trim(), StringComparer.Ordinal);
    }

    /// <summary>What a cell means.</summary>
    /// <param name="Client">The client; null when it is refused.</param>
    /// <param name="Error">Why it is refused; null when it is not.</param>
    /// <param name="Warning">What to look at; null when there is nothing.</param>
    public readonly record struct Meaning(Client? Client, string? Error, string? Warning);

    /// <param name="line">The row.</param>
    /// <param name="listed">The client that the report listed on the row; null for none.</param>
    public Meaning Read(ReviewLine line, Client? listed)
    {
        var text = line.ClientId.Length > 1 && line.ClientId[0] == '\'' && Find(line.ClientId) is null ? line.ClientId[1..] : line.ClientId;
        var exact = Find(text);
        var padded = _byShortened[Shorten(text)].Where(client => client.Id.Value != text).ToList();
        if (exact is not null)
        {
            return Known(exact, padded, line, listed);
        }

        return IsPowerOfTen(text) ? new(null, PowerOfTen(text, listed), null) : Unknown(text, padded, line, listed);
    }

    /// <summary>True when the cell may be the listed client's id after a spreadsheet changed it, or is that id.</summary>
    public static bool MayMean(string text, Client? listed) =>
        listed is null ? text.Length == 0
        : text == listed.Id.Value.Trim()
            || text == '\'' + listed.Id.Value
            || (IsPadded(listed.Id) && Shorten(listed.Id.Value) == text)
            || (IsPowerOfTen(text) && listed.Id.Value.Length > 0 && listed.Id.Value.All(char.IsAsciiDigit));

    private static Meaning Known(Client exact, List<Client> padded, ReviewLine line, Client? listed)
    {
        if (IsNamed(exact, line))
        {
            return new(exact, null, null);
        }

        // 7 may be client 7, or client 007 without its zeros: the row has to say which.
        var other = padded.FirstOrDefault(client => IsNamed(client, line)) ?? padded.FirstOrDefault(client => client.Id == listed?.Id);
        return other is null
            ? new(exact, null, null)
            : new(null,
                $"'{exact.Id}' is client {exact.Name}, but the row lists {other.Name}, whose id is '{other.Id}': leading zeros may be lost. "
                + $"Write {other.Id} as text, or write the name {exact.Name} into {ReviewColumns.ClientName} if you mean that client.", null);
    }

    private static Meaning Unknown(string text, List<Client> padded, ReviewLine line, Client? listed)
    {
        if (padded.Count != 1)
        {
            var ids = string.Join(", ", padded.Select(client => client.Id.Value).Order(StringComparer.Ordinal));
            var choice = padded.Count == 0 ? "" : $" Leading zeros may be lost: {ids} exist.";
            return new(null, $"No client has the id '{text}' in the organisations of this configuration.{choice} Copy the id from Kompass.", null);
        }

        var client = padded[0];
        return IsNamed(client, line) || client.Id == listed?.Id
            ? new(client, null, $"'{text}' lost its leading zeros; it was read as '{client.Id}', {client.Name}.")
            : new(null,
                $"No client has the id '{text}'. Client '{client.Id}' is {client.Name}, but the row names '{line.ClientName}'. "
                + $"Write {client.Id} as text if you mean it.", null);
    }

    private static string PowerOfTen(string text, Client? listed) =>
        $"'{text}' is a number that the spreadsheet shortened; its digits are lost. Format the column as text and write the id again"
        + (listed is null ? "." : $": the report listed '{listed.Id}'.");

    private static bool IsPadded(ClientId id) => id.Value.Length > 1 && id.Value[0] == '0' && id.Value.All(char.IsAsciiDigit);

    private static string Shorten(string id) => id.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    private static bool IsPowerOfTen(string text) =>
        text.Length > 3 && char.IsAsciiDigit(text[0]) && text.IndexOfAny(['E', 'e']) is > 0 and var place
        && place + 2 < text.Length && text[place + 1] is '+' or '-'
        && text[..place].All(character => char.IsAsciiDigit(character) || character is '.' or ',')
        && text[(place + 2)..].All(char.IsAsciiDigit);

    private static bool IsNamed(Client client, ReviewLine line) =>
        string.Equals(Collapse(client.Name), Collapse(line.ClientName), StringComparison.OrdinalIgnoreCase);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Client? Find(string text) =>
        ClientId.TryParse(text, out var id) && _clients.TryGetValue(id, out var client) ? client
        : _byTrimmed[text].Take(2).ToList() is [var only] ? only
        : null;
}
