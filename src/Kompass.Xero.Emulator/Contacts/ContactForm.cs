namespace Kompass.Xero.Emulator;

/// <summary>How much of a contact an answer shows.</summary>
internal enum ContactForm
{
    /// <summary>All of it: by id, in pages, after a write.</summary>
    Full,

    /// <summary>A list without pages: persons, balances and merge target are left out.</summary>
    Subset,

    /// <summary>With <c>summaryOnly</c>.</summary>
    Summary,

    /// <summary>Inside a document.</summary>
    Embedded,

    /// <summary>Id and name only, inside a document of a list without pages.</summary>
    Stub,
}
