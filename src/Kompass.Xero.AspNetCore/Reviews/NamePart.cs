namespace Kompass.Xero.AspNetCore;

/// <summary>Some words of a name, and whether the other name lacks them.</summary>
internal readonly record struct NamePart(string Text, bool Differs);
