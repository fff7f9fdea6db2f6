namespace Kompass.Accounting;

/// <summary>What a review file may hold at most.</summary>
internal static class ReviewFileLimits
{
    public const int Bytes = 256 * 1024 * 1024;
    public const int Rows = 200_000;
    public const int CellLength = 32_767;
    public const int Columns = 1_000;
    public const int Reports = 20;
}
