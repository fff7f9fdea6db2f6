namespace Kompass.Accounting;

/// <summary>Something that speaks against a link, and what follows if a person decides for it all the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">In words, for people.</param>
public sealed record LinkDoubt(LinkDoubtKind Kind, string Text);
