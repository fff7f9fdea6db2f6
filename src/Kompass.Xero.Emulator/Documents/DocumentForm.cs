namespace Kompass.Xero.Emulator;

/// <summary>How much of a document an answer shows.</summary>
internal enum DocumentForm
{
    /// <summary>All of it: by id, in pages, after a write.</summary>
    Full,

    /// <summary>A list without pages: no lines, the contact as a stub.</summary>
    Stub,

    /// <summary>With <c>summaryOnly</c>.</summary>
    Summary,
}
