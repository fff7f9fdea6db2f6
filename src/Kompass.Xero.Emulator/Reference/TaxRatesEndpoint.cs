using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/TaxRates</c>: one element per request, and no changed-since.</summary>
internal sealed class TaxRatesEndpoint : BatchEndpoint<EmulatedTaxRate>
{
    private static readonly Dictionary<string, Func<EmulatedTaxRate, object?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TaxType"] = rate => rate.TaxType,
        ["Name"] = rate => rate.Name,
        ["Status"] = rate => rate.Status,
        ["EffectiveRate"] = rate => rate.Rate,
    };

    public override string Name => "TaxRates";

    public override IReadOnlyList<string> ReadScopes => SettingsScopes.Read;

    public override IReadOnlyList<string> WriteScopes => SettingsScopes.Write;

    protected override string IdName => "TaxType";

    protected override bool TakesOneElement => true;

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call, call.State.TaxRates),
        ("GET", 1) => call.State.TaxRate(call.Segments[0]) is { } rate ? List(call, [rate]) : Errors.NotFound(),
        ("PUT" or "POST", 0) => WriteAll(call),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    protected override ElementOutcome<EmulatedTaxRate> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedTaxRate> { Sent = sent };
        var type = sent.TextOr("TaxType", null);
        var before = type is null || call.IsCreate ? null : call.State.TaxRate(type);
        outcome.IsUnknown = type is not null && !call.IsCreate && before is null;
        var components = sent.Children("TaxComponents");
        var rate = (before ?? new EmulatedTaxRate
        {
            TaxType = NextType(call.State),
            Name = "",
            CanApplyToAssets = true,
            CanApplyToEquity = true,
            CanApplyToExpenses = true,
            CanApplyToLiabilities = true,
            CanApplyToRevenue = true,
        }) with
        {
            Name = sent.TextOr("Name", before?.Name) ?? "",
            Status = sent.Text("Status")?.ToUpperInvariant() ?? before?.Status ?? "ACTIVE",
            Rate = components?.Sum(component => component.Number("Rate") ?? 0) ?? before?.Rate ?? 0,
        };
        if (rate.Name.Length is 0 or > 50 || call.State.TaxRates.Exists(other => other.TaxType != rate.TaxType && other.Name == rate.Name))
        {
            outcome.Refuse("The tax rate needs a unique name of at most 50 characters.");
        }

        if (before is null && components is not { Count: > 0 })
        {
            outcome.Refuse("At least one tax component must be specified.");
        }

        if (!outcome.IsRefused)
        {
            call.State = call.State.With(rate);
            outcome.Saved = rate;
        }

        return outcome;
    }

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedTaxRate saved)
    {
        writer.WriteString("Name", saved.Name);
        writer.WriteString("TaxType", saved.TaxType);
        writer.WriteString("ReportTaxType", ReportTaxType(saved));
        writer.WriteBoolean("CanApplyToAssets", saved.CanApplyToAssets);
        writer.WriteBoolean("CanApplyToEquity", saved.CanApplyToEquity);
        writer.WriteBoolean("CanApplyToExpenses", saved.CanApplyToExpenses);
        writer.WriteBoolean("CanApplyToLiabilities", saved.CanApplyToLiabilities);
        writer.WriteBoolean("CanApplyToRevenue", saved.CanApplyToRevenue);
        writer.WriteNumber("DisplayTaxRate", Amounts.Scaled(saved.Rate, 4));
        writer.WriteNumber("EffectiveRate", Amounts.Scaled(saved.Rate, 4));
        writer.WriteString("Status", saved.Status);
        writer.WriteStartArray("TaxComponents");
        writer.WriteStartObject();
        writer.WriteString("Name", "VAT");
        writer.WriteNumber("Rate", Amounts.Scaled(saved.Rate, 4));
        writer.WriteBoolean("IsCompound", false);
        writer.WriteBoolean("IsNonRecoverable", false);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string NextType(BooksState state)
    {
        var next = 1;
        while (state.TaxRate($"TAX{next:D3}") is not null)
        {
            next++;
        }

        return $"TAX{next:D3}";
    }

    private EmulatedResponse List(AccountingCall call, IEnumerable<EmulatedTaxRate> rates)
    {
        List<EmulatedTaxRate> found = [.. rates.Where(call, Fields)];
        return Answers.List(call, Name, found, (writer, rate) => WriteMembers(writer, call, rate));
    }

    /// <summary>The box of the VAT return: rates of several heights share one.</summary>
    private static string ReportTaxType(EmulatedTaxRate rate) => rate.TaxType switch
    {
        "OUTPUT2" or "RROUTPUT" or "SROUTPUT" => "OUTPUT",
        "INPUT2" or "RRINPUT" or "SRINPUT" => "INPUT",
        "DRCHARGESUPPLY20" or "DRCHARGESUPPLY5" => "DRCHARGESUPPLY",
        _ when rate.TaxType.StartsWith("TAX", StringComparison.Ordinal) => rate.CanApplyToRevenue ? "OUTPUT" : "INPUT",
        _ => rate.TaxType,
    };
}
