namespace Kompass.Accounting.Matching;

/// <summary>A value that two records may share.</summary>
internal readonly record struct FieldKey(FieldKind Kind, string Value);
