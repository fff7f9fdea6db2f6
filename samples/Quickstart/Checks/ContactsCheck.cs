using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>No client has two contacts, no contact that existed before lost anything, and every link is a true pair.</summary>
internal sealed class ContactsCheck
{
    private readonly JobContext _context;
    private readonly BooksSnapshot _books;
    private readonly Dictionary<Guid, EmulatedContact> _before;
    private readonly Dictionary<string, Guid> _idByName;
    private readonly ILookup<string, EmulatedContact> _byNumber;

    public ContactsCheck(JobContext context, BooksSnapshot books)
    {
        _context = context;
        _books = books;
        _before = context.Before.Contacts.ToDictionary(contact => contact.Id);
        _idByName = context.Before.Contacts.Where(contact => contact.Status == "ACTIVE").ToDictionary(contact => contact.Name, contact => contact.Id);
        _byNumber = books.Contacts.Where(contact => contact.ContactNumber is { Length: > 0 }).ToLookup(contact => contact.ContactNumber!);
    }

    public int Created => _books.Contacts.Count - _before.Count;

    public int Updated => _context.Xero.Calls
        .Where(call => call is { IsAccounting: true, Method: "POST", Status: 200 } && call.Path.EndsWith("/Contacts", StringComparison.Ordinal))
        .Sum(call => call.Elements);

    /// <summary>
    /// Contacts that existed before and carry the number of their client now; those that had a number of their own keep it,
    /// and only their documents tell.
    /// </summary>
    public int Linked => _context.Expected.Truth.Count(pair =>
        HasOwnNumber(pair.Value) || _byNumber[pair.Key.Value].Any(contact => contact.Id == _idByName[pair.Value]));

    public int Duplicates { get; private set; }

    /// <summary>The contact that belongs to a client, by the truth or by its number; null when it has none.</summary>
    public Guid? ContactOf(ClientId client) =>
        _context.Expected.Truth.TryGetValue(client, out var name) ? _idByName[name] : _byNumber[client.Value].FirstOrDefault()?.Id;

    public void Run()
    {
        CountDuplicates();
        foreach (var client in _context.Clients.All)
        {
            var mustExist = !_context.Expected.HeldClients.ContainsKey(client.Id);
            _context.Expect(ContactOf(client.Id) is not null == mustExist, $"Client {client.Id} {(mustExist ? "has no" : "has a")} contact.");
        }

        foreach (var (client, name) in _context.Expected.Truth.Where(pair => !HasOwnNumber(pair.Value)))
        {
            var linked = _byNumber[client.Value].FirstOrDefault();
            _context.Expect(linked?.Id == _idByName[name], $"Client {client} is linked to '{linked?.Name}' instead of '{name}'.");
        }

        _context.Expect(Linked == _context.Linked, $"{_context.Linked} links were imported; {Linked} contacts carry their client's number.");
        foreach (var contact in _books.Contacts.Where(contact => _before.ContainsKey(contact.Id)))
        {
            _context.Expect(IsKept(_before[contact.Id], contact), $"Contact '{contact.Name}' lost something that it held before.");
        }

        var renamed = _byNumber[_context.RenamedClient.Value].Single();
        _context.Expect(renamed.Name == _context.Clients[_context.RenamedClient].Name, $"The renamed client is called '{renamed.Name}' in Xero.");
    }

    /// <summary>Contacts beyond the first of a client, and contacts created for a client that had one. Numbers that people gave twice stay.</summary>
    private void CountDuplicates()
    {
        Duplicates = _byNumber.Sum(group => group.Count() - Math.Max(1, _before.Values.Count(contact => contact.ContactNumber == group.Key)))
            + _books.Contacts.Count(contact => !_before.ContainsKey(contact.Id)
                && contact.ContactNumber is { Length: > 0 } number
                && _context.Expected.Truth.ContainsKey(new(number)));
        _context.Expect(Duplicates == 0, $"{Duplicates} duplicate contacts.");
    }

    private bool HasOwnNumber(string name) => _before[_idByName[name]].ContactNumber is { Length: > 0 };

    private static bool IsKept(EmulatedContact before, EmulatedContact after) =>
        after.Name == before.Name && after.Status == before.Status
        && Kept(before.EmailAddress, after.EmailAddress)
        && Kept(before.FirstName, after.FirstName)
        && Kept(before.LastName, after.LastName)
        && Kept(before.CompanyNumber, after.CompanyNumber)
        && Kept(before.TaxNumber, after.TaxNumber)
        && Kept(before.ContactNumber, after.ContactNumber)
        && Kept(before.AccountNumber, after.AccountNumber)
        && before.Phones.All(phone => string.IsNullOrEmpty(phone.Number) || after.Phones.Contains(phone))
        && before.ContactPersons.SequenceEqual(after.ContactPersons);

    private static bool Kept(string? before, string? after) => string.IsNullOrEmpty(before) || before == after;
}
