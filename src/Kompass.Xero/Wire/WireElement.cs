using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>What every record that can be written carries about its own fate.</summary>
internal abstract record WireElement
{
    public string? StatusAttributeString { get; init; }

    public bool? HasValidationErrors { get; init; }

    public bool? HasErrors { get; init; }

    public IReadOnlyList<MessageDto>? ValidationErrors { get; init; }

    public IReadOnlyList<MessageDto>? Warnings { get; init; }

    /// <summary>The messages of lines, addresses and the like below this record.</summary>
    [JsonIgnore]
    public virtual IEnumerable<MessageDto> NestedErrors => [];
}

internal sealed record MessageDto
{
    public string? Message { get; init; }
}
