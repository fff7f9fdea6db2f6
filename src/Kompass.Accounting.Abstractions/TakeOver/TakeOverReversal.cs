namespace Kompass.Accounting;

/// <summary>What taking an import back removed, and what stays because it was used since.</summary>
/// <param name="Contacts">Contact links removed.</param>
/// <param name="Documents">Document links removed: the next run would send these documents, unless a comparison finds them.</param>
/// <param name="Mappings">Mappings removed.</param>
/// <param name="Stays">What stays, each with its cause.</param>
public sealed record TakeOverReversal(int Contacts, int Documents, int Mappings, IReadOnlyList<string> Stays);
