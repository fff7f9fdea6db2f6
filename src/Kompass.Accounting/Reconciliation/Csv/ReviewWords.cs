namespace Kompass.Accounting;

/// <summary>The words of the decision column.</summary>
internal static class ReviewWords
{
    public const string Link = "link";
    public const string Create = "create";
    public const string Ignore = "ignore";
}
