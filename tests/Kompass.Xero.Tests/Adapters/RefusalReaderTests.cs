using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class RefusalReaderTests
{
    [Theory]
    [InlineData("The contact name Buzz Lightyear is already assigned to another contact. The contact name must be unique across all active contacts.", RefusalKind.NameTaken)]
    [InlineData("The specified contact details matched an archived contact. Archived contacts cannot currently be edited via the API.", RefusalKind.ContactArchived)]
    [InlineData("The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.", RefusalKind.ContactArchived)]
    [InlineData("The document date cannot be before the period lock date, currently set at 31 October 2026", RefusalKind.PeriodLocked)]
    [InlineData("The document date cannot be before the end of year lock date, currently set at 31 March 2026", RefusalKind.YearLocked)]
    [InlineData("Invoice # must be unique.", RefusalKind.NumberTaken)]
    [InlineData("The Account Number already exists. Please enter a different Account Number.", RefusalKind.NumberTaken)]
    [InlineData("Account code '200' is not a valid code for this document.", RefusalKind.AccountInvalid)]
    [InlineData("Account must be valid.", RefusalKind.AccountInvalid)]
    [InlineData("Account code must be specified", RefusalKind.AccountInvalid)]
    [InlineData("Tax rate must be valid.", RefusalKind.TaxRateInvalid)]
    [InlineData("The TaxType code X does not exist or cannot be used for this type of transaction.", RefusalKind.TaxRateInvalid)]
    [InlineData("The TaxType code 'X' cannot be used with account code 'Y'.", RefusalKind.TaxRateInvalid)]
    [InlineData("Users Organisation is not subscribed to currency NZD", RefusalKind.CurrencyNotSubscribed)]
    [InlineData("Invoice not of valid status for modification", RefusalKind.StateForbids)]
    [InlineData("This document cannot be edited as it has a payment or credit note allocated to it.", RefusalKind.StateForbids)]
    [InlineData("The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.", RefusalKind.StateForbids)]
    [InlineData("The total debits (100.00) must equal total credits (-10.00)", RefusalKind.Unbalanced)]
    [InlineData("The document with the supplied id was not found for this endpoint.", RefusalKind.NotFound)]
    [InlineData("Email address must be valid.", RefusalKind.Other)]
    public void Read_xeros_sentences(string message, RefusalKind expected)
    {
        var refusal = RefusalReader.Read([message]);

        Assert.Equal(expected, refusal.Kind);
        Assert.Equal(message, refusal.ToString());
    }
}
