namespace Kompass.Xero.Emulator;

/// <summary>What is refused of a tax type that becomes a default: of an item, an account or a contact.</summary>
internal static class TaxTypeRule
{
    /// <summary>Checks a tax type unless it is the one that was there before; <see langword="null"/> is none and is right.</summary>
    public static void Check(BooksState state, string? taxType, string? before, EmulatedAccount? account, Action<string> refuse)
    {
        if (taxType is null || taxType == before)
        {
            return;
        }

        if (state.TaxRate(taxType) is not { IsActive: true } rate)
        {
            refuse($"The TaxType code {taxType} does not exist or cannot be used for this type of transaction.");
        }
        else if (account is not null && !rate.CanApplyTo(account.Class))
        {
            refuse($"The TaxType code '{taxType}' cannot be used with account code '{account.Code}'.");
        }
    }
}
