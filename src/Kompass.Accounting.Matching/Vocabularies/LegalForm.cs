namespace Kompass.Accounting.Matching;

/// <summary>A legal form that was found in a name.</summary>
/// <param name="Family">Spellings of one form have one family: Ltd, Limited and Pty Ltd are "limited".</param>
/// <param name="Written">How it was written, in lower case.</param>
internal readonly record struct LegalForm(string Family, string Written);
