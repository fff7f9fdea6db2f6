namespace Kompass.Xero.AspNetCore;

/// <summary>What a person can do about records.</summary>
internal enum RepairAction
{
    Retry,
    Skip,
    Unskip,
    Release,
    Unlink,
    Relink,
}
