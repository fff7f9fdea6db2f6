namespace Kompass.Xero.AspNetCore;

/// <summary>What a button of the form is for.</summary>
internal enum LinkStep
{
    FindClient,
    FindContact,
    LookUp,
    Save,
}
