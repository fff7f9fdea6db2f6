namespace Kompass.Accounting;

/// <summary>Maps a code of Kompass to a record of the ledger.</summary>
/// <param name="Kind">What is mapped.</param>
/// <param name="KompassCode">The code in Kompass, compared ordinally.</param>
/// <param name="RemoteKey">An item's code, an account's id, or a tax rate's code.</param>
public sealed record CodeMapping(MappingKind Kind, string KompassCode, string RemoteKey);
