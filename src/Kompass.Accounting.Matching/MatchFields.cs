namespace Kompass.Accounting.Matching;

/// <summary>The fields besides the name that may confirm or contradict a pair.</summary>
[Flags]
public enum MatchFields
{
    /// <summary>Names only.</summary>
    None = 0,

    /// <summary><see cref="MatchRecord.EmailAddress"/>.</summary>
    Email = 1,

    /// <summary><see cref="MatchRecord.Phone"/>.</summary>
    Phone = 2,

    /// <summary><see cref="MatchRecord.CompanyNumber"/>.</summary>
    CompanyNumber = 4,

    /// <summary><see cref="MatchRecord.TaxNumber"/>.</summary>
    TaxNumber = 8,

    /// <summary><see cref="MatchRecord.AccountNumber"/>.</summary>
    AccountNumber = 16,

    /// <summary><see cref="MatchRecord.PostalCode"/>.</summary>
    PostalCode = 32,

    /// <summary><see cref="MatchRecord.AddressLine"/>.</summary>
    AddressLine = 64,

    /// <summary>Every field that both sides have.</summary>
    All = Email | Phone | CompanyNumber | TaxNumber | AccountNumber | PostalCode | AddressLine,
}
