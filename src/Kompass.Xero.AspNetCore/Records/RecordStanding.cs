namespace Kompass.Xero.AspNetCore;

/// <summary>Why a record stands on the page.</summary>
internal enum RecordStanding
{
    Held,
    Skipped,
    Drifted,
    Sent,
}
