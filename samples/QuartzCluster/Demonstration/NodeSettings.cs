using System.Text.Json.Serialization;

namespace QuartzCluster;

/// <summary>What a node has to know. It is handed over by standard input, since a connection string does not belong on a command line.</summary>
/// <param name="Database">Npgsql's connection string, for Kompass.Xero's tables and Quartz's.</param>
/// <param name="Xero">Where Xero answers.</param>
/// <param name="Folder">What all nodes share besides: the key ring, and a file of Kompass's.</param>
/// <param name="Begun">When Kompass began to write invoices.</param>
internal sealed record NodeSettings(string Database, Uri Xero, string Folder, DateTimeOffset Begun)
{
    [JsonIgnore]
    public string KeyRing => Path.Combine(Folder, "keys");

    [JsonIgnore]
    public KompassRecords Records => new(Begun, Folder);
}
