namespace Kompass.Xero.AspNetCore;

/// <summary>A page that says what did not happen, and what to do.</summary>
internal static class Notice
{
    public static IResult Show(HttpContext http, int status, string title, string text) =>
        Page.Of<NoticePage>(http, new NoticeModel(title, text), status);

    public static IResult NotFound(HttpContext http) =>
        Show(http, StatusCodes.Status404NotFound, "Not here", "There is no such record, or no longer. Go back to the list and choose another.");
}
