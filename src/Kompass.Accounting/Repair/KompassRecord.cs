namespace Kompass.Accounting;

/// <summary>A record as Kompass lists it now.</summary>
/// <param name="Title">The number or name by which people know it.</param>
/// <param name="Hash">Its hash, or <see cref="RecordSkip.Gone"/>.</param>
/// <param name="Invoice">The document; null for a client, and for what is not listed.</param>
internal sealed record KompassRecord(string Title, string Hash, Invoice? Invoice)
{
    public bool IsListed => Hash != RecordSkip.Gone;
}
