namespace Kompass.Accounting;

/// <summary>The class of an account.</summary>
public enum AccountClass
{
    /// <summary>Assets.</summary>
    Asset,

    /// <summary>Equity.</summary>
    Equity,

    /// <summary>Expenses.</summary>
    Expense,

    /// <summary>Liabilities.</summary>
    Liability,

    /// <summary>Revenue.</summary>
    Revenue,

    /// <summary>A class that this version does not know.</summary>
    Other,
}
