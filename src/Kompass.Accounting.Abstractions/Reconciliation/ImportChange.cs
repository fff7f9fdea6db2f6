namespace Kompass.Accounting;

/// <summary>What one row of a reviewed file changes.</summary>
public sealed record ImportChange
{
    /// <summary>The row as a spreadsheet numbers it, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The contact; null when the change is about a client alone.</summary>
    public RemoteContact? Contact { get; init; }

    /// <summary>The client; null when the change is about a contact alone.</summary>
    public Client? Client { get; init; }

    /// <summary>How it is until now, in words.</summary>
    public required string Before { get; init; }

    /// <summary>How it will be, in words.</summary>
    public required string After { get; init; }
}
