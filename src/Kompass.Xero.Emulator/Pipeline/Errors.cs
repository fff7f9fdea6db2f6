using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>The bodies of Xero's errors.</summary>
internal static class Errors
{
    public const string Json = "application/json; charset=utf-8";

    public static EmulatedResponse NotFound() =>
        EmulatedResponse.Html(404, "<html><head><title>404</title></head><body>The resource you're looking for cannot be found</body></html>");

    public static EmulatedResponse Problem(EmulatorContext context, int status, string title, string detail)
    {
        var instance = context.Ids.Next();
        return EmulatedResponse.Of(status, Json, context.Options.Switches.ProblemNamesAreLowerCase
            ? $$$"""{"type":null,"title":{{{Quote(title)}}},"status":{{{status}}},"detail":{{{Quote(detail)}}},"instance":"{{{instance}}}","extensions":{}}"""
            : $$$"""{"Type":null,"Title":{{{Quote(title)}}},"Status":{{{status}}},"Detail":{{{Quote(detail)}}},"Instance":"{{{instance}}}","Extensions":{}}""");
    }

    public static EmulatedResponse Api(int status, int number, string type, string message) =>
        EmulatedResponse.Of(status, Json, $$$"""{"ErrorNumber":{{{number}}},"Type":{{{Quote(type)}}},"Message":{{{Quote(message)}}}}""");

    public static EmulatedResponse BadQuery(string message) => Api(400, 16, "QueryParseException", message);

    public static EmulatedResponse BadPostData(string message) => Api(400, 14, "PostDataInvalidException", message);

    public static EmulatedResponse NoData() =>
        Api(400, 17, "NoDataProcessedException", "No data has been processed for this endpoint. This endpoint is expecting data to be provided.");

    /// <summary>An endpoint that Xero has and the emulator has not.</summary>
    public static EmulatedResponse NotEmulated(string name) =>
        Api(501, 20, "ApiMethodNotImplementedException", $"Xero serves /{name}; this emulator does not. Its README lists what it serves.");

    public static EmulatedResponse NotImplemented() =>
        Api(501, 20, "ApiMethodNotImplementedException", "The Api Method called is not implemented");

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";
}
