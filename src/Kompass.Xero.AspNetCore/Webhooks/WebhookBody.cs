using System.Buffers;

namespace Kompass.Xero.AspNetCore;

internal static class WebhookBody
{
    /// <summary>The most bytes of a body: a payload of Xero's has a few kilobytes.</summary>
    public const int Most = 256 * 1024;

    /// <summary>Reads the very bytes; null when there are more than <see cref="Most"/>.</summary>
    /// <exception cref="BadHttpRequestException">The body is not sent as HTTP asks, or the host allows less.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Most)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > Most)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
