using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>Reads a form before anybody else does: a thousand mapped codes or ticked records are more fields than ASP.NET Core takes by default.</summary>
internal sealed class LargeForms(IOptions<FormOptions> host)
{
    /// <summary>The most fields of one form.</summary>
    public const int MostFields = 50_000;

    /// <summary>False when the form has more fields than that, or is otherwise larger than the host allows.</summary>
    public async Task<bool> TryReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return true;
        }

        try
        {
            await http.Request.ReadFormAsync(Options(), http.RequestAborted);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private FormOptions Options() => new()
    {
        BufferBody = host.Value.BufferBody,
        BufferBodyLengthLimit = host.Value.BufferBodyLengthLimit,
        KeyLengthLimit = host.Value.KeyLengthLimit,
        MemoryBufferThreshold = host.Value.MemoryBufferThreshold,
        MultipartBodyLengthLimit = host.Value.MultipartBodyLengthLimit,
        MultipartBoundaryLengthLimit = host.Value.MultipartBoundaryLengthLimit,
        MultipartHeadersCountLimit = host.Value.MultipartHeadersCountLimit,
        MultipartHeadersLengthLimit = host.Value.MultipartHeadersLengthLimit,
        ValueCountLimit = Math.Max(MostFields, host.Value.ValueCountLimit),
        ValueLengthLimit = host.Value.ValueLengthLimit,
    };
}
