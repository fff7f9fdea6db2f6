using System.Net;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>The pages that a person sees while giving consent. They refuse to be framed.</summary>
/// <remarks>The form posts <c>tenant</c> (once per organisation) and <c>decision</c> (<c>allow</c> or <c>cancel</c>) to the same address.</remarks>
internal static class ConsentPage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#111}"
        + "fieldset{border:1px solid #bbb;border-radius:6px;margin:1rem 0}label{display:block;padding:.3rem 0}"
        + "button{font:inherit;padding:.5rem 1.2rem;margin-right:.5rem}.error{color:#a00}";

    public static EmulatedResponse Show(
        EmulatedRequest request, string appName, IEnumerable<string> scopes, IEnumerable<EmulatedOrganisation> organisations, bool severalAllowed, string? session, string? error)
    {
        var page = new StringBuilder();
        page.Append("<h1>").Append(Encode(appName)).Append(" wants access to</h1>");
        if (error is not null)
        {
            page.Append("<p class=\"error\" role=\"alert\">").Append(Encode(error)).Append("</p>");
        }

        page.Append("<form method=\"post\" action=\"").Append(Encode(request.Url.PathAndQuery)).Append("\"><fieldset><legend>Organisation</legend>");
        if (session is not null)
        {
            page.Append("<input type=\"hidden\" name=\"session\" value=\"").Append(Encode(session)).Append("\">");
        }

        var kind = severalAllowed ? "checkbox" : "radio";
        var isFirst = true;
        foreach (var organisation in organisations)
        {
            page.Append("<label><input type=\"").Append(kind).Append("\" name=\"tenant\" value=\"").Append(organisation.Id).Append('"')
                .Append(isFirst ? " checked" : "").Append("> ").Append(Encode(organisation.Name)).Append("</label>");
            isFirst = false;
        }

        page.Append("</fieldset><p>It will be able to use:</p><ul>");
        foreach (var scope in scopes)
        {
            page.Append("<li>").Append(Encode(scope)).Append("</li>");
        }

        page.Append("</ul><button type=\"submit\" name=\"decision\" value=\"allow\">Allow access</button>")
            .Append("<button type=\"submit\" name=\"decision\" value=\"cancel\">Cancel</button></form>");
        return Page(200, "Connect an organisation", page.ToString());
    }

    /// <summary>The login page. Posts <c>email</c>, <c>password</c> and <c>decision</c> (<c>sign-in</c>) to the same address.</summary>
    public static EmulatedResponse SignIn(EmulatedRequest request, string? error) => Page(
        200,
        "Log in to Xero",
        "<h1>Log in to Xero</h1>"
        + (error is null ? "" : $"<p class=\"error\" role=\"alert\">{Encode(error)}</p>")
        + $"<form method=\"post\" action=\"{Encode(request.Url.PathAndQuery)}\">"
        + "<label>Email address <input type=\"email\" name=\"email\" autocomplete=\"username\"></label>"
        + "<label>Password <input type=\"password\" name=\"password\" autocomplete=\"current-password\"></label>"
        + "<p>This Xero is emulated: any address and any password will do.</p>"
        + "<button type=\"submit\" name=\"decision\" value=\"sign-in\">Log in</button></form>");

    public static EmulatedResponse Error(string error, string description) =>
        Page(400, "Something went wrong", $"<h1>Sorry, something went wrong</h1><p class=\"error\">Error: {Encode(error)}</p><p>{Encode(description)}</p>");

    private static EmulatedResponse Page(int status, string title, string body) => EmulatedResponse.Html(
            status,
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title><style>{Style}</style></head><body>{body}</body></html>")
        .With(
            KeyValuePair.Create("X-Frame-Options", "DENY"),
            KeyValuePair.Create("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
            KeyValuePair.Create("Cache-Control", "no-store"));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
