using System.Text.Json.Serialization;

namespace Kompass.Xero.Emulator;

/// <summary>A file at a record. Immutable.</summary>
/// <param name="Id">The attachment's id.</param>
/// <param name="FileName">The name, unique at its record.</param>
/// <param name="MimeType">The media type that it was sent with.</param>
/// <param name="Content">The bytes; left out of JSON.</param>
public sealed record EmulatedAttachment(Guid Id, string FileName, string MimeType, [property: JsonIgnore] ReadOnlyMemory<byte> Content)
{
    /// <summary>The number of bytes.</summary>
    public int Length => Content.Length;

    /// <summary>Whether people see it with the online invoice.</summary>
    public bool IncludeOnline { get; init; }
}
