namespace Kompass.Accounting;

/// <summary>A VAT rate of Kompass.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Percent">The rate in per cent, such as 20.</param>
public sealed record VatRate(string Code, string Name, decimal Percent);
