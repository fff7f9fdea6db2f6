using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kompass.Xero.Emulator;

/// <summary><c>/_emulator</c>: what <see cref="EmulatorControl"/> does, over HTTP and in JSON. No token, no limits, not in the log of calls.</summary>
internal sealed class ControlSurface(XeroEmulator emulator)
{
    public const string Prefix = "/_emulator";

    /// <summary>How the control surface reads and writes JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(allowIntegerValues: false) } };

    /// <summary>All routes.</summary>
    public static readonly IReadOnlyList<ControlRoute> Routes =
    [
        ControlRoute.Of("GET", "", "Lists these routes.", _ => Routes!.Select(route => new { route.Method, Path = $"{Prefix}/{route.Path}".TrimEnd('/'), route.Does })),
        .. OrganisationRoutes.All, .. RecordRoutes.All, .. ConsentRoutes.All, .. RunRoutes.All, .. WebhookRoutes.All,
    ];

    public static bool Serves(string path) =>
        path.Equals(Prefix, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Prefix + "/", StringComparison.OrdinalIgnoreCase);

    public async Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        if (!emulator.Options.ServesControl)
        {
            return Errors.NotFound();
        }

        // A page of some website must not be able to steer the emulator through the browser of whoever runs it.
        if (request.Header("Origin") is { } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback))
        {
            return Refuse(403, $"The control surface does not answer pages of {origin}.");
        }

        var segments = request.Path[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        foreach (var route in Routes)
        {
            if (route.Match(request.Method, segments) is { } values)
            {
                return await RunAsync(route, values, request, cancellationToken);
            }
        }

        return Refuse(404, $"There is no {request.Method} {request.Path}. GET {Prefix} lists what there is.");
    }

    private async Task<EmulatedResponse> RunAsync(
        ControlRoute route, IReadOnlyDictionary<string, string> values, EmulatedRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = request.Body.IsEmpty ? [] : JsonNode.Parse(request.Body.Span) as JsonObject ?? throw new ArgumentException("The body is not a JSON object.");
            var result = await route.Run(new ControlCall(emulator, values, body), cancellationToken);
            return result is null
                ? new EmulatedResponse { Status = 204 }
                : new EmulatedResponse { Status = 200, ContentType = Errors.Json, Body = JsonSerializer.SerializeToUtf8Bytes(result, Json) };
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or JsonException or PostDataException or FormatException or OverflowException)
        {
            return Refuse(400, fault.Message);
        }
    }

    private static EmulatedResponse Refuse(int status, string message) =>
        new() { Status = status, ContentType = Errors.Json, Body = JsonSerializer.SerializeToUtf8Bytes(new { Error = message }, Json) };
}
