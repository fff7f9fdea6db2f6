using System.Globalization;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>Reads Xero's <c>where</c> expressions: comparisons joined by AND and OR, with parentheses.</summary>
/// <remarks>Quotes inside a text are doubled; a backslash does not escape and is refused, as on Xero.</remarks>
internal sealed class WhereParser<T>
{
    private readonly string _text;
    private readonly IReadOnlyDictionary<string, Func<T, object?>> _fields;
    private readonly Indexes? _indexes;
    private int _at;

    private WhereParser(string text, IReadOnlyDictionary<string, Func<T, object?>> fields, Indexes? indexes)
    {
        _indexes = indexes;
        _text = text;
        _fields = fields;
    }

    /// <summary>Whether every comparison had an index, and none were joined by OR.</summary>
    private bool IsIndexed { get; set; } = true;

    /// <summary>Reads an expression, and tells whether Xero has indexes for all of it.</summary>
    public static (Func<T, bool> Condition, bool IsIndexed) Parse(
        string text, IReadOnlyDictionary<string, Func<T, object?>> fields, Indexes? indexes)
    {
        var parser = new WhereParser<T>(text, fields, indexes);
        var condition = parser.Either();
        parser.Blanks();
        return parser._at == text.Length ? (condition, parser.IsIndexed) : throw parser.Syntax();
    }

    private Func<T, bool> Either()
    {
        var left = Both();
        while (Take("OR") || Take("||"))
        {
            IsIndexed = false;
            var (first, second) = (left, Both());
            left = item => first(item) || second(item);
        }

        return left;
    }

    private Func<T, bool> Both()
    {
        var left = Single();
        while (Take("AND") || Take("&&"))
        {
            var (first, second) = (left, Single());
            left = item => first(item) && second(item);
        }

        return left;
    }

    private Func<T, bool> Single()
    {
        if (Take("("))
        {
            var inner = Either();
            return Take(")") ? inner : throw Syntax();
        }

        var path = Path();
        Func<T, bool>? condition = null;
        var field = Take("(") ? Changed(path, out condition) : Field(path);
        if (field is null)
        {
            return condition!;
        }

        foreach (var sign in (ReadOnlySpan<string>)["==", "!=", ">=", "<=", "=", ">", "<"])
        {
            if (Take(sign))
            {
                var value = Value();
                IsIndexed &= _indexes?.Serve(path, sign) != false;
                return item => Compare(field(item), value, sign);
            }
        }

        throw Syntax();
    }

    /// <summary>A text in another casing, to be compared; or, when nothing comes back, a whole condition such as Contains.</summary>
    private Func<T, object?>? Changed(string path, out Func<T, bool>? condition)
    {
        IsIndexed = false;
        condition = null;
        var dot = path.LastIndexOf('.');
        if (dot > 0 && path[(dot + 1)..] is "ToLower" or "ToUpper")
        {
            Expect(")");
            var field = Field(path[..dot]);
            return path.EndsWith("ToLower", StringComparison.Ordinal)
                ? item => (field(item) as string)?.ToLowerInvariant()
                : item => (field(item) as string)?.ToUpperInvariant();
        }

        condition = Call(path, dot);
        return null;
    }

    private Func<T, bool> Call(string path, int dot)
    {
        if (dot < 0 || Value() is not string wanted || !Take(")"))
        {
            throw Syntax();
        }

        var field = Field(path[..dot]);
        Func<string, bool> test = path[(dot + 1)..] switch
        {
            "Contains" => text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            "StartsWith" => text => text.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            "EndsWith" => text => text.EndsWith(wanted, StringComparison.OrdinalIgnoreCase),
            _ => throw Syntax(),
        };
        return item => field(item) is string text && test(text);
    }

    private Func<T, object?> Field(string path) => _fields.TryGetValue(path, out var field)
        ? field
        : throw new QueryException($"No property or field '{path}' exists in type '{typeof(T).Name.Replace("Emulated", "", StringComparison.Ordinal)}'");

    private static bool Compare(object? left, object? right, string sign)
    {
        if (sign is "==" or "=" or "!=")
        {
            return Same(left, right) == (sign != "!=");
        }

        if (left is null || right is null)
        {
            return false;
        }

        var order = (left, right) switch
        {
            (decimal a, decimal b) => a.CompareTo(b),
            (DateTime a, DateTime b) => a.CompareTo(b),
            (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
            _ => throw new QueryException("Operator incompatible with operand types"),
        };
        return sign switch { ">" => order > 0, ">=" => order >= 0, "<" => order < 0, _ => order <= 0 };
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, string text) => text.Length == 0,
        (null, _) or (_, null) => false,
        (string a, string b) => CultureInfo.InvariantCulture.CompareInfo.Compare(a, b, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0,
        _ when left.GetType() == right.GetType() => left.Equals(right),
        _ => throw new QueryException("Operator '==' incompatible with operand types"),
    };

    private object? Value()
    {
        Blanks();
        if (Peek == '"')
        {
            return Quoted();
        }

        if (Take("DateTime.Parse"))
        {
            Expect("(");
            var day = Quoted();
            Expect(")");
            return DateTime.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed)
                ? parsed
                : throw Syntax();
        }

        if (Take("DateTime"))
        {
            return Moment();
        }

        if (Take("guid"))
        {
            Expect("(");
            var text = Quoted();
            Expect(")");
            return Guid.TryParse(text, out var id) ? id : throw Syntax();
        }

        var word = Word();
        return word switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            _ when decimal.TryParse(word, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Syntax(),
        };
    }

    private DateTime Moment()
    {
        Expect("(");
        var parts = new List<int>();
        do
        {
            Blanks();
            parts.Add(int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : throw Syntax());
        }
        while (Take(","));
        Expect(")");
        try
        {
            return parts.Count switch
            {
                3 => new DateTime(parts[0], parts[1], parts[2], 0, 0, 0, DateTimeKind.Utc),
                6 => new DateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], DateTimeKind.Utc),
                _ => throw Syntax(),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Syntax();
        }
    }

    private string Quoted()
    {
        Blanks();
        if (Peek != '"')
        {
            throw Syntax();
        }

        var text = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == '\\')
            {
                throw Syntax();
            }

            if (_text[_at] == '"')
            {
                if (_at + 1 < _text.Length && _text[_at + 1] == '"')
                {
                    _at++;
                }
                else
                {
                    _at++;
                    return text.ToString();
                }
            }

            text.Append(_text[_at]);
        }

        throw Syntax();
    }

    private string Path()
    {
        Blanks();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Syntax();
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or '-'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            throw Syntax();
        }
    }

    private bool Take(string sign)
    {
        Blanks();
        if (string.Compare(_text, _at, sign, 0, sign.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        var end = _at + sign.Length;
        if (char.IsAsciiLetter(sign[0]) && end < _text.Length && char.IsAsciiLetterOrDigit(_text[end]))
        {
            return false;
        }

        _at = end;
        return true;
    }

    private void Blanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private QueryException Syntax() => new($"Syntax error at position {_at} in '{_text}'");
}
