using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>Who may come in: token, organisation, scope and role, in the order that can be observed on Xero.</summary>
internal sealed class Admission(EmulatorContext context, IdentityService identity)
{
    private static readonly string[] AttachmentScopes = ["accounting.attachments", "accounting.attachments.read"];

    /// <summary>Lets a call in, or says why not.</summary>
    public Admitted Check(EmulatedRequest request, Endpoint endpoint, bool isAttachment, Fault? fault, DateTimeOffset now)
    {
        var token = fault?.Kind == FaultKind.TokenExpired ? new BearerCheck(null, Expired(now)) : identity.CheckBearer(request, now);
        if (token.Grant is not { } grant)
        {
            return new Admitted { Refusal = token.Refusal };
        }

        var scope = Scope(request, endpoint, isAttachment, grant);
        if (scope is not null && context.Options.Switches.ScopeIsCheckedBeforeTenant)
        {
            return new Admitted { Refusal = scope };
        }

        return Connection(request, fault, grant) is { } connection && context.Organisations.TryGetValue(connection.TenantId, out var organisation)
            ? new Admitted { Refusal = scope, Organisation = organisation, Connection = connection }
            : new Admitted { Refusal = Errors.Problem(context, 403, "Forbidden", "AuthenticationUnsuccessful") };
    }

    private EmulatedConnection? Connection(EmulatedRequest request, Fault? fault, TokenSet grant)
    {
        if (fault?.Kind == FaultKind.TenantForbidden)
        {
            return null;
        }

        var header = request.Header("xero-tenant-id");
        return string.IsNullOrEmpty(header) && grant.App is { Kind: AppKind.Custom, TenantId: { } own } ? identity.ConnectionTo(grant, own)
            : Guid.TryParseExact(header, "D", out var tenantId) ? identity.ConnectionTo(grant, tenantId)
            : null;
    }

    private EmulatedResponse? Scope(EmulatedRequest request, Endpoint endpoint, bool isAttachment, TokenSet grant)
    {
        var writes = isAttachment ? AttachmentScopes[..1] : endpoint.WriteScopes;
        var reads = isAttachment ? AttachmentScopes[1..] : endpoint.ReadScopes;
        if (!writes.Any(grant.Scopes.Contains) && !(request.Method == "GET" && reads.Any(grant.Scopes.Contains)))
        {
            return Missing().With("WWW-Authenticate", "insufficient_scope");
        }

        return endpoint.NeedsAdviser && context.Options.Switches.JournalsNeedAnAdviser && !identity.IsAdviser(grant) ? Missing() : null;
    }

    private EmulatedResponse Missing()
    {
        var status = context.Options.Switches.MissingScopeStatus;
        return Errors.Problem(context, status, status == 403 ? "Forbidden" : "Unauthorized", "AuthorizationUnsuccessful");
    }

    private EmulatedResponse Expired(DateTimeOffset at) => Errors.Problem(
        context, 401, "Unauthorized", "TokenExpired: token expired at " + at.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture));
}
