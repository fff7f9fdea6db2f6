using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>What became of one posted element.</summary>
internal sealed class ElementOutcome<T>
    where T : class
{
    public required JsonObject Sent { get; init; }

    /// <summary>The record as saved; <see langword="null"/> when the element was refused.</summary>
    public T? Saved { get; set; }

    /// <summary>The id of the record that the element names, for the echo of a refused one.</summary>
    public Guid KnownId { get; set; }

    /// <summary>Whether the element names a record that does not exist.</summary>
    public bool IsUnknown { get; set; }

    public List<string> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    public bool IsRefused => Errors.Count > 0 || IsUnknown;

    public void Refuse(string message) => Errors.Add(message);
}
