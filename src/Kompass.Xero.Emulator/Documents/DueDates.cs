using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>The due date by a contact's payment terms.</summary>
internal static class DueDates
{
    /// <summary>The due date of an invoice that was sent without one; <see langword="null"/> when it must have been sent.</summary>
    public static DateOnly? Otherwise(AccountingCall call, EmulatedContact contact, string status, bool isSales, DateOnly date) =>
        ByTerms(contact, isSales, date) ?? (status == "DRAFT" || call.Switches.DueDateIsRequired ? null : date);

    public static DateOnly? ByTerms(EmulatedContact contact, bool isSales, DateOnly date)
    {
        if ((isSales ? contact.SalesTerms : contact.BillTerms)?.Split(' ') is not [var text, var type])
        {
            return null;
        }

        var days = int.Parse(text, CultureInfo.InvariantCulture);
        var month = new DateOnly(date.Year, date.Month, 1);
        return type switch
        {
            "DAYSAFTERBILLDATE" => date.AddDays(days),
            "DAYSAFTERBILLMONTH" => month.AddMonths(1).AddDays(days - 1),
            "OFCURRENTMONTH" => InMonth(month, days),
            "OFFOLLOWINGMONTH" => InMonth(month.AddMonths(1), days),
            _ => null,
        };
    }

    private static DateOnly InMonth(DateOnly first, int day) =>
        first.AddDays(Math.Clamp(day, 1, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
}
