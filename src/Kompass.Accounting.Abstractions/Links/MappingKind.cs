namespace Kompass.Accounting;

/// <summary>What a code mapping maps.</summary>
public enum MappingKind
{
    /// <summary>Kompass departments and services to items.</summary>
    Item,

    /// <summary>Kompass nominal accounts to accounts.</summary>
    Account,

    /// <summary>Kompass VAT rates to tax rates.</summary>
    TaxRate,
}
