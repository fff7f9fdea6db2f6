using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// The secret part of a download link: names one report and one user and carries its own expiry, checked against the injected clock
/// (a time-limited protector would read the system's).
/// </summary>
internal sealed class ReportTickets(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("Kompass.Xero.AspNetCore.Report.v1");

    public (string Ticket, DateTimeOffset ExpiresAt) Issue(ReconciliationId report, string user)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return (_protector.Protect($"{report}|{expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}|{user}"), expires);
    }

    public ReportTicket Open(string ticket, string user)
    {
        try
        {
            return _protector.Unprotect(ticket).Split('|', 3) switch
            {
                [_, _, var owner] when owner != user => new(TicketState.Foreign, default),
                [_, var expires, _] when time.GetUtcNow().ToUnixTimeSeconds() >= long.Parse(expires, CultureInfo.InvariantCulture) => new(TicketState.Expired, default),
                [var report, _, _] => new(TicketState.Valid, ReconciliationId.Parse(report, CultureInfo.InvariantCulture)),
                _ => new(TicketState.Broken, default),
            };
        }
        catch (CryptographicException)
        {
            return new(TicketState.Broken, default);
        }
    }
}
