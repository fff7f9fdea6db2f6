using Microsoft.Data.Sqlite;

namespace Kompass.Simulation;

/// <summary>Where a point lies: on the way to Xero, or in the store.</summary>
internal enum PointPlace
{
    Network,
    Store,
}

internal static class PointPlaceExtensions
{
    private const int InputOutputError = 10;

    /// <summary>What the real component throws when it fails there.</summary>
    public static Exception Fault(this PointPlace place) => place == PointPlace.Network
        ? new HttpRequestException("The connection was reset.")
        : new SqliteException("disk I/O error", InputOutputError);
}
