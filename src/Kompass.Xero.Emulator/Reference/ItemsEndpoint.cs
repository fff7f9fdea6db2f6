using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/Items</c>.</summary>
internal sealed class ItemsEndpoint : BatchEndpoint<EmulatedItem>
{
    private const int MostPerRequest = 500;

    private static readonly Dictionary<string, Func<EmulatedItem, object?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ItemID"] = item => item.Id,
        ["Code"] = item => item.Code,
        ["Name"] = item => item.Name,
        ["UpdatedDateUTC"] = item => item.UpdatedDateUtc.UtcDateTime,
    };

    public override string Name => "Items";

    public override IReadOnlyList<string> ReadScopes { get; } =
        ["accounting.settings.read", "accounting.invoices.read", "accounting.transactions.read"];

    public override IReadOnlyList<string> WriteScopes { get; } = ["accounting.settings", "accounting.invoices", "accounting.transactions"];

    protected override string IdName => "ItemID";

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call),
        ("GET", 1) => Find(call, call.Segments[0]) is { } item
            ? Answers.List(call, Name, [item], (writer, found) => WriteMembers(writer, call, found))
            : Errors.NotFound(),
        ("PUT" or "POST", 0) => WriteSome(call),
        ("POST", 1) => Find(call, call.Segments[0]) is { } item ? WriteAll(call, item.Id) : Errors.NotFound(),
        ("DELETE", 1) => Delete(call),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    public override Guid? FindRecord(AccountingCall call, string key) => Find(call, key)?.Id;

    private EmulatedResponse WriteSome(AccountingCall call) => call.ReadElements(Name).Count > MostPerRequest
        ? Answers.ValidationFailure([writer => writer.WriteMessages("ValidationErrors", [$"At most {MostPerRequest} items can be written at once."])])
        : WriteAll(call);

    protected override ElementOutcome<EmulatedItem> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedItem> { Sent = sent };
        var code = sent.TextOr("Code", null);
        var sameCode = code is null ? null : call.State.ItemByCode(code);
        EmulatedItem? before = null;
        if (call.IsCreate)
        {
            if (sameCode is not null)
            {
                outcome.Refuse($"Price List Item with Code '{code}' already exists");
            }
        }
        else if ((addressedId ?? sent.Id("ItemID")) is { } id)
        {
            before = call.State.Items.Find(item => item.Id == id);
            outcome.IsUnknown = before is null;
        }
        else
        {
            before = sameCode;
        }

        outcome.KnownId = before?.Id ?? Guid.Empty;
        var item = Apply(call, sent, before, outcome);
        if (!outcome.IsRefused)
        {
            call.State = call.State.With(item);
            outcome.Saved = item;
        }

        return outcome;
    }

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedItem saved)
    {
        writer.WriteString("ItemID", saved.Id);
        writer.WriteString("Code", saved.Code);
        writer.WriteIfSet("Description", saved.Description);
        writer.WriteIfSet("PurchaseDescription", saved.PurchaseDescription);
        writer.WriteIfSet("InventoryAssetAccountCode", saved.InventoryAssetAccountCode);
        writer.WriteInstant("UpdatedDateUTC", saved.UpdatedDateUtc);
        WriteDetails(writer, call, "PurchaseDetails", saved.PurchaseUnitPrice, saved.PurchaseAccountCode, saved.PurchaseTaxType, saved.CogsAccountCode);
        WriteDetails(writer, call, "SalesDetails", saved.SalesUnitPrice, saved.SalesAccountCode, saved.SalesTaxType);
        writer.WriteIfSet("Name", saved.Name);
        writer.WriteBoolean("IsTrackedAsInventory", saved.IsTracked);
        writer.WriteBoolean("IsSold", saved.IsSold);
        writer.WriteBoolean("IsPurchased", saved.IsPurchased);
    }

    private static void WriteDetails(Utf8JsonWriter writer, AccountingCall call, string name, decimal? price, string? account, string? taxType, string? cogs = null)
    {
        writer.WriteStartObject(name);
        if (price is { } amount)
        {
            writer.WriteNumber("UnitPrice", Amounts.Scaled(amount, call.UnitDecimals));
        }

        writer.WriteIfSet("AccountCode", account);
        writer.WriteIfSet("COGSAccountCode", cogs);
        writer.WriteIfSet("TaxType", taxType);
        writer.WriteEndObject();
    }

    private static EmulatedItem Apply(AccountingCall call, JsonObject sent, EmulatedItem? before, ElementOutcome<EmulatedItem> outcome)
    {
        var sales = sent.Child("SalesDetails");
        var purchases = sent.Child("PurchaseDetails");
        var item = (before ?? new EmulatedItem { Id = call.Context.Ids.Next(), Code = "" }) with
        {
            Code = sent.TextOr("Code", before?.Code) ?? "",
            Name = sent.TextOr("Name", before?.Name),
            Description = sent.TextOr("Description", before?.Description),
            PurchaseDescription = sent.TextOr("PurchaseDescription", before?.PurchaseDescription),
            InventoryAssetAccountCode = sent.TextOr("InventoryAssetAccountCode", before?.InventoryAssetAccountCode),
            CogsAccountCode = purchases?.TextOr("COGSAccountCode", before?.CogsAccountCode) ?? before?.CogsAccountCode,
            SalesUnitPrice = Price(call, sales) ?? before?.SalesUnitPrice,
            SalesAccountCode = sales?.TextOr("AccountCode", before?.SalesAccountCode) ?? before?.SalesAccountCode,
            SalesTaxType = sales?.TextOr("TaxType", before?.SalesTaxType) ?? before?.SalesTaxType,
            PurchaseUnitPrice = Price(call, purchases) ?? before?.PurchaseUnitPrice,
            PurchaseAccountCode = purchases?.TextOr("AccountCode", before?.PurchaseAccountCode) ?? before?.PurchaseAccountCode,
            PurchaseTaxType = purchases?.TextOr("TaxType", before?.PurchaseTaxType) ?? before?.PurchaseTaxType,
            IsSold = sent.Flag("IsSold") ?? before?.IsSold ?? true,
            IsPurchased = sent.Flag("IsPurchased") ?? before?.IsPurchased ?? true,
            UpdatedDateUtc = call.Now,
        };
        item = item with { IsTracked = item.IsTracked || item is { InventoryAssetAccountCode: not null, CogsAccountCode: not null } };
        ItemRules.CheckPrice(sales?.Number("UnitPrice"), outcome.Refuse);
        ItemRules.CheckPrice(purchases?.Number("UnitPrice"), outcome.Refuse);
        ItemRules.Check(call.State, item, before, outcome.Refuse);
        return item;
    }

    private static decimal? Price(AccountingCall call, JsonObject? details) =>
        details?.Number("UnitPrice") is { } price ? Amounts.Scaled(price, call.UnitDecimals) : null;

    private static EmulatedItem? Find(AccountingCall call, string key) =>
        Guid.TryParse(key, out var id) ? call.State.Items.Find(item => item.Id == id) : call.State.ItemByCode(key);

    private static EmulatedResponse Delete(AccountingCall call)
    {
        if (Find(call, call.Segments[0]) is not { } item)
        {
            return Errors.NotFound();
        }

        call.State = call.State with { Items = call.State.Items.Remove(item) };
        return new EmulatedResponse { Status = 204 };
    }

    private EmulatedResponse List(AccountingCall call)
    {
        List<EmulatedItem> found =
        [
            .. call.State.Items.ChangedSince(call, item => item.UpdatedDateUtc).Where(call, Fields).InOrder(call, Fields, item => item.Id),
        ];
        return Answers.List(call, Name, found, (writer, item) => WriteMembers(writer, call, item));
    }
}
