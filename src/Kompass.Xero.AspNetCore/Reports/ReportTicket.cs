namespace Kompass.Xero.AspNetCore;

internal readonly record struct ReportTicket(TicketState State, ReconciliationId Report);
