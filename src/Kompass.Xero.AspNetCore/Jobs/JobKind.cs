namespace Kompass.Xero.AspNetCore;

/// <summary>What is done in the background.</summary>
internal enum JobKind
{
    Comparison,
    Sync,
    UndoPlan,
    Undo,
    Shadow,
    Plan,
}
