namespace Kompass.Xero.AspNetCore;

/// <summary>The one style sheet, carried by the assembly so that it works in any host.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Content = Read();

    public static IResult Serve(HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.Bytes(Content, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("admin.css")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
