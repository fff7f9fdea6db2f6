using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary><c>/connections</c>.</summary>
internal sealed class ConnectionsEndpoint(EmulatorContext context, IdentityService identity, RateLimiter limiter)
{
    public EmulatedResponse Handle(EmulatedRequest request, IReadOnlyList<string> segments)
    {
        var now = context.Now;
        var bearer = identity.CheckBearer(request, now);
        if (bearer.Refusal is { } refusal)
        {
            return refusal;
        }

        var response = (request.Method, segments) switch
        {
            ("GET", []) => List(request, bearer.Grant!),
            ("DELETE", [var id]) => Delete(id, bearer.Grant!),
            _ => Errors.NotFound(),
        };
        return limiter.HeadedWithoutTenant(response, now);
    }

    private EmulatedResponse List(EmulatedRequest request, TokenSet grant)
    {
        var mine = identity.ConnectionsOf(grant);
        if (request.Query["authEventId"] is { Length: > 0 } text)
        {
            mine = Guid.TryParse(text, out var authEventId) ? mine.Where(connection => connection.AuthEventId == authEventId) : [];
        }

        return Answers.Json(200, writer =>
        {
            writer.WriteStartArray();
            foreach (var connection in mine.OrderBy(connection => connection.CreatedUtc))
            {
                writer.WriteStartObject();
                writer.WriteString("id", connection.Id);
                writer.WriteString("authEventId", connection.AuthEventId);
                writer.WriteString("tenantId", connection.TenantId);
                writer.WriteString("tenantType", "ORGANISATION");
                writer.WriteString("tenantName", context.Organisations[connection.TenantId].State.Organisation.Name);
                writer.WriteString("createdDateUtc", Shown(connection.CreatedUtc));
                writer.WriteString("updatedDateUtc", Shown(connection.UpdatedUtc));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private EmulatedResponse Delete(string id, TokenSet grant)
    {
        var known = Guid.TryParse(id, out var connectionId)
            ? identity.ConnectionsOf(grant).FirstOrDefault(connection => connection.Id == connectionId)
            : null;
        if (known is null)
        {
            return Errors.NotFound();
        }

        identity.End(known);
        return new EmulatedResponse { Status = 204 };
    }

    private static string Shown(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}
