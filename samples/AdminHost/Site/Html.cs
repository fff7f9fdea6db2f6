using System.Net;
using System.Text.RegularExpressions;

namespace AdminHost.Site;

/// <summary>Just enough of a page for the sample's own four.</summary>
internal static partial class Html
{
    public static IResult Page(string title, string body) => Results.Content(
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Text(title)}}</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
        label { display: block; margin: .75rem 0 .25rem; font-weight: 600 }
        input, button { font: inherit; padding: .4rem .7rem }
        button { margin-top: 1rem }
        li { margin: .3rem 0 }
        article { border: 1px solid #8884; border-radius: .5rem; padding: .5rem 1rem; margin: 1rem 0 }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
        nav { display: flex; gap: 1rem }
        </style>
        </head>
        <body><main><h1>{{Text(title)}}</h1>{{body}}</main></body>
        </html>
        """,
        "text/html; charset=utf-8");

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Text with its addresses made into links.</summary>
    public static string Linked(string text) => Address().Replace(Text(text), "<a href=\"$0\">$0</a>");

    [GeneratedRegex(@"https?://[^\s<]+")]
    private static partial Regex Address();
}
