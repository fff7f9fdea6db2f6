namespace Kompass.Accounting;

/// <summary>How line amounts relate to tax.</summary>
public enum LineAmountTypes
{
    /// <summary>Lines are without tax; tax is added.</summary>
    Exclusive,

    /// <summary>Lines include their tax.</summary>
    Inclusive,

    /// <summary>No tax at all: journals.</summary>
    NoTax,
}
