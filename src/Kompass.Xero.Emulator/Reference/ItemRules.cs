namespace Kompass.Xero.Emulator;

/// <summary>What Xero refuses of an item.</summary>
internal static class ItemRules
{
    private const int PriceDecimals = 4;

    public static void Check(BooksState state, EmulatedItem item, EmulatedItem? before, Action<string> refuse)
    {
        if (item.Code.Length is 0 or > 30)
        {
            refuse("Price List Item Code must have between 1 and 30 characters");
        }

        if (item.Description?.Length > 4000 || item.PurchaseDescription?.Length > 4000)
        {
            refuse("Description must be no more than 4000 characters.");
        }

        if (item.Name?.Length > 50)
        {
            refuse("Item Name must not be more than 50 characters");
        }

        var (sales, purchases) = (Account(state, item.SalesAccountCode, refuse), Account(state, item.PurchaseAccountCode, refuse));
        TaxTypeRule.Check(state, item.SalesTaxType, before?.SalesTaxType, sales, refuse);
        TaxTypeRule.Check(state, item.PurchaseTaxType, before?.PurchaseTaxType, purchases, refuse);
        CheckTracking(state, item, refuse);
    }

    public static void CheckPrice(decimal? price, Action<string> refuse)
    {
        if (price < 0)
        {
            refuse("The unit price cannot be negative.");
        }
        else if (price is { } amount && amount != Math.Round(amount, PriceDecimals))
        {
            refuse($"The unit price can have at most {PriceDecimals} decimals.");
        }
    }

    private static void CheckTracking(BooksState state, EmulatedItem item, Action<string> refuse)
    {
        if (item is { InventoryAssetAccountCode: null, CogsAccountCode: null })
        {
            return;
        }

        if (item.InventoryAssetAccountCode is null || item.CogsAccountCode is null)
        {
            refuse("A tracked item needs both InventoryAssetAccountCode and COGSAccountCode.");
        }

        CheckType(Account(state, item.InventoryAssetAccountCode, refuse), "INVENTORY", "InventoryAssetAccountCode", refuse);
        CheckType(Account(state, item.CogsAccountCode, refuse), "DIRECTCOSTS", "COGSAccountCode", refuse);
        if (item.PurchaseAccountCode is not null)
        {
            refuse("A tracked item cannot have an AccountCode in its PurchaseDetails.");
        }
    }

    private static void CheckType(EmulatedAccount? account, string type, string member, Action<string> refuse)
    {
        if (account is not null && account.Type != type)
        {
            refuse($"The {member} '{account.Code}' must be an account of type {type}.");
        }
    }

    private static EmulatedAccount? Account(BooksState state, string? code, Action<string> refuse)
    {
        if (code is null)
        {
            return null;
        }

        if (state.AccountByCode(code) is { IsActive: true } account)
        {
            return account;
        }

        refuse($"Account code '{code}' is not a valid code for this item.");
        return null;
    }
}
