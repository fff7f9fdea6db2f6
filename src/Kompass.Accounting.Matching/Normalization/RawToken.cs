namespace Kompass.Accounting.Matching;

/// <summary>A word as it was found in a name, before words get their meaning.</summary>
/// <param name="Text">Lower case letters and digits.</param>
/// <param name="Before">What stood between the previous word and this one: the strongest of ',' '(' '/' '.' '-' and ' '.</param>
/// <param name="Merged">Several single letters that belong together: "B.V.", "t/a", "A B C".</param>
/// <param name="Original">The word as it was written.</param>
internal readonly record struct RawToken(string Text, char Before, bool Merged, string Original);
