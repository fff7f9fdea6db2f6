using System.Security.Claims;
using Kompass.Xero.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminHost.Site;

/// <summary>The host's own pages: sign-in, the administration index and the mails.</summary>
internal static class SitePages
{
    public static void Map(WebApplication application)
    {
        application.MapGet("/", () => Results.LocalRedirect("/admin"));
        application.MapGet("/sign-in", (HttpContext http, IAntiforgery antiforgery) => SignInForm(http, antiforgery, null));
        application.MapPost("/sign-in", SignInAsync);
        application.MapPost("/sign-out", SignOutAsync);
        application.MapGet("/refused", Refuse);
        application.MapGet("/admin", IndexAsync).RequireAuthorization(People.Administrator);
        application.MapGet("/mails", ShowMails).RequireAuthorization(People.Administrator);
    }

    private static IResult SignInForm(HttpContext http, IAntiforgery antiforgery, string? error) => Html.Page(
        "Sign in to Kompass",
        $"""
        {(error is null ? "" : $"<p role=\"alert\">{Html.Text(error)}</p>")}
        <form method="post" action="/sign-in">
        {Token(http, antiforgery)}
        <input type="hidden" name="next" value="{Html.Text(http.Request.Query["ReturnUrl"].ToString())}">
        <label for="name">User</label><input id="name" name="name" autocomplete="username">
        <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password">
        <div><button type="submit">Sign in</button></div>
        </form>
        <p>admin (administrator with the Xero permission), manager (administrator without it), staff. The password is the name.</p>
        """);

    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest("Open the sign-in page again.");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (People.SignIn(form["name"].ToString(), form["password"].ToString()) is not { } user)
        {
            return SignInForm(http, antiforgery, "User or password is wrong.");
        }

        await http.SignInAsync(user);
        var next = form["next"].ToString();
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(next) ? next : "/admin");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest("Open the page again.");
        }

        await http.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> IndexAsync(HttpContext http, IKompassXeroMenu menu, IAntiforgery antiforgery)
    {
        var group = await menu.GetAsync(http.User, http.RequestAborted);
        var links = group?.Links.Select(link => $"<li><a href=\"{Html.Text(link.Path)}\">{Html.Text(link.Title)}</a> – {Html.Text(link.Description)}</li>");
        return Html.Page(
            "Kompass Admin",
            $"""
            <p>Signed in as {Html.Text(http.User.FindFirstValue(ClaimTypes.Name)!)}.</p>
            <h2>People</h2><ul><li>Users</li><li>Permissions</li></ul>
            {(group is null ? "" : $"<section><h2>{Html.Text(group.Title)}</h2><ul>{string.Concat(links!)}</ul></section>")}
            <p><a href="/mails">Mails</a></p>
            {SignOutForm(http, antiforgery)}
            """);
    }

    private static IResult Refuse(HttpContext http, IAntiforgery antiforgery) => Html.Page(
        "Not for you",
        $"""
        <p>{Html.Text(http.User.FindFirstValue(ClaimTypes.Name) ?? "This user")} may not open this page. Sign out, and in again as somebody who may.</p>
        {SignOutForm(http, antiforgery)}
        <p><a href="/admin">Admin</a></p>
        """);

    private static IResult ShowMails(Mailbox mailbox)
    {
        var mails = mailbox.Mails.Reverse().Select(mail =>
            $"<article><p><strong>{Html.Text(mail.Subject)}</strong><br>To: {Html.Text(mail.To)}, {mail.SentAt:yyyy-MM-dd HH:mm} UTC</p><pre>{Html.Linked(mail.Body)}</pre></article>");
        return Html.Page("Mails", mailbox.Mails.Count == 0 ? "<p>None yet.</p>" : string.Concat(mails));
    }

    private static string SignOutForm(HttpContext http, IAntiforgery antiforgery) =>
        $"""<form method="post" action="/sign-out">{Token(http, antiforgery)}<button type="submit">Sign out</button></form>""";

    private static string Token(HttpContext http, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return $"<input type=\"hidden\" name=\"{Html.Text(tokens.FormFieldName)}\" value=\"{Html.Text(tokens.RequestToken!)}\">";
    }
}
