namespace Kompass.Accounting;

/// <summary>Whose word counts for a field of a contact.</summary>
public enum FieldPolicy
{
    /// <summary>Only an empty field is written: the default for contacts that existed before us.</summary>
    FillBlanks,

    /// <summary>Kompass's value is written: the default for contacts that we created.</summary>
    KompassWins,

    /// <summary>The field is never written.</summary>
    Never,
}
