namespace Kompass.Xero.AspNetCore;

internal enum TicketState
{
    Broken,
    Foreign,
    Expired,
    Valid,
}
