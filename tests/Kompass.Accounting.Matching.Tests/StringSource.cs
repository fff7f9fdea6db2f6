using System.Text;

namespace Kompass.Accounting.Matching.Tests;

/// <summary>Strings that no person would type, and some that persons do. The same seed gives the same strings.</summary>
internal sealed class StringSource(int seed)
{
    private static readonly string[] Pieces =
    [
        "Acme", "Müller", "Ltd", "Limited", "GmbH & Co. KG", "S.p.A.", "t/a", "T.A.", "dba", "formerly known as", "&", "+", "and", "The", "Smith,", "John", "O'Brien", "1", "007", "III", "1st", "½", "٣٤", "Ⅷ",
        "(", ")", ",", ".", "/", "-", "\\", "&amp;", "SchummPLC", "xLtd", "İ", "ı", "ß", "ﬃ", "\uFDFA", "株式会社", "日立", "Ελλάς", "Газпром", "שלום", "مرحبا", "\u202Eabc\u202C", "\u200F", "\u200D",
        "e\u0301\u0301\u0301\u0301", "😀", "👨‍👩‍👧", "𝔄𝔠𝔪𝔢", "\ud800", "\udfff", "\udc00\ud800", "\uFFFE", "\uFFFF", "\0", "\u0001", "\r\n", "\t", "\u00A0", "=cmd|' /C calc'!A0", "'; DROP TABLE", "%s%n", "a", "i", "x",
    ];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(2000) switch
    {
        0 => Enormous(),
        < 50 => Units(_random.Next(300), 0x10000),
        < 600 => Units(_random.Next(24), 0x10000),
        < 1000 => Units(_random.Next(24), 0x180),
        < 1050 => Zalgo(),
        < 1100 => Repeated(),
        < 1200 => new string([.. Enumerable.Range(0, 1 + _random.Next(20)).Select(_ => (char)('0' + _random.Next(10)))]),
        _ => string.Join(_random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, 1 + _random.Next(8)).Select(_ => Piece())),
    };

    /// <summary>A record with the text as its name, and in some of its fields.</summary>
    public MatchRecord Record(string text) => _random.Next(4) > 0 ? new() { Key = "k", Name = text } : new()
    {
        Key = "k",
        Name = text,
        EmailAddress = _random.Next(3) == 0 ? text + "@" + Piece() + ".example" : null,
        Phone = _random.Next(3) == 0 ? text : null,
        CompanyNumber = _random.Next(3) == 0 ? Units(_random.Next(10), 0x80) : null,
        TaxNumber = _random.Next(3) == 0 ? text : null,
        AccountNumber = _random.Next(3) == 0 ? text : null,
        PostalCode = _random.Next(3) == 0 ? Piece() : null,
        AddressLine = _random.Next(3) == 0 ? Piece() + " " + text : null,
    };

    private string Piece() => Pieces[_random.Next(Pieces.Length)];

    private string Units(int length, int below) => new([.. Enumerable.Range(0, length).Select(_ => (char)_random.Next(below))]);

    private string Repeated() => string.Concat(Enumerable.Repeat(Piece() + (_random.Next(2) == 0 ? " " : ""), 1 + _random.Next(60)));

    private string Zalgo()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 10; i++)
        {
            text.Append((char)('a' + _random.Next(26)));
            for (var mark = _random.Next(12); mark > 0; mark--)
            {
                text.Append((char)(0x300 + _random.Next(0x70)));
            }
        }

        return text.ToString();
    }

    private string Enormous() => _random.Next(5) switch
    {
        0 => Units(100_000, 0x10000),
        1 => new string((char)_random.Next(0x10000), 100_000),
        2 => string.Concat(Enumerable.Repeat(Piece() + " ", 5_000)),
        3 => string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{(char)('a' + (i % 26))} ")),
        _ => string.Concat(Enumerable.Repeat("Ltd Limited GmbH ", 5_000)),
    };
}
