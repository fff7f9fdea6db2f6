namespace Kompass.Xero.Emulator;

/// <summary><c>/Currencies</c>: a currency can be added and never removed.</summary>
internal sealed class CurrenciesEndpoint : Endpoint
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["GBP"] = "British Pound",
        ["EUR"] = "Euro",
        ["USD"] = "United States Dollar",
        ["AUD"] = "Australian Dollar",
        ["NZD"] = "New Zealand Dollar",
        ["CAD"] = "Canadian Dollar",
        ["CHF"] = "Swiss Franc",
        ["JPY"] = "Japanese Yen",
        ["SGD"] = "Singapore Dollar",
        ["SEK"] = "Swedish Krona",
        ["NOK"] = "Norwegian Krone",
        ["DKK"] = "Danish Krone",
    };

    public override string Name => "Currencies";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    public static string Describe(string code) => Names.GetValueOrDefault(code, code);

    public override EmulatedResponse Handle(AccountingCall call)
    {
        if (call.Segments.Count > 0)
        {
            return Errors.NotFound();
        }

        return call.Request.Method switch
        {
            "GET" => List(call, call.State.Currencies.OrderBy(pair => pair.Key, StringComparer.Ordinal)),
            "PUT" => Add(call),
            _ => Errors.NotImplemented(),
        };
    }

    private static EmulatedResponse Add(AccountingCall call)
    {
        if (call.ReadElements("Currencies", single: true) is not [var sent] || sent.Text("Code")?.ToUpperInvariant() is not { Length: > 0 } code)
        {
            return Errors.NoData();
        }

        if (!CurrencyCodes.Has(code))
        {
            return Answers.ValidationFailure([writer =>
            {
                writer.WriteString("Code", code);
                writer.WriteMessages("ValidationErrors", [$"The currency code {code} is not valid."]);
            }]);
        }

        call.State = call.State with { Currencies = call.State.Currencies.SetItem(code, Describe(code)) };
        return List(call, [KeyValuePair.Create(code, Describe(code))]);
    }

    private static EmulatedResponse List(AccountingCall call, IEnumerable<KeyValuePair<string, string>> currencies) =>
        Answers.List(call, "Currencies", [.. currencies], (writer, currency) =>
        {
            writer.WriteString("Code", currency.Key);
            writer.WriteString("Description", currency.Value);
        });
}
