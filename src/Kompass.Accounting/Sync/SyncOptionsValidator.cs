using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

internal sealed class SyncOptionsValidator : IValidateOptions<SyncOptions>
{
    public ValidateOptionsResult Validate(string? name, SyncOptions options)
    {
        var problems = new List<string>();
        if (options.LeaseDuration < TimeSpan.FromSeconds(10) || options.LeaseDuration > TimeSpan.FromHours(1))
        {
            problems.Add($"KA1001 SyncOptions.LeaseDuration is {options.LeaseDuration}; set it to 10 seconds at least and 1 hour at most.");
        }

        if (options.LongestFlight <= TimeSpan.Zero || options.LongestFlight > TimeSpan.FromDays(1))
        {
            problems.Add($"KA1002 SyncOptions.LongestFlight is {options.LongestFlight}; set it to the longest time that a request may travel, 1 day at most.");
        }

        if (options.Overlap < TimeSpan.Zero)
        {
            problems.Add($"KA1003 SyncOptions.Overlap is {options.Overlap}; set it to zero or more.");
        }

        if (options.MaximumUnknownBatches < 1)
        {
            problems.Add($"KA1004 SyncOptions.MaximumUnknownBatches is {options.MaximumUnknownBatches}; set it to 1 or more.");
        }

        if (options.LongestCall <= TimeSpan.Zero || options.LongestCall > TimeSpan.FromDays(1))
        {
            problems.Add($"KA1005 SyncOptions.LongestCall is {options.LongestCall}; set it to the longest time that a call may take, 1 day at most.");
        }

        if (options.DocumentsAtOnce < 1)
        {
            problems.Add($"KA1006 SyncOptions.DocumentsAtOnce is {options.DocumentsAtOnce}; set it to 1 or more.");
        }

        if (options.LongestAbsence < TimeSpan.FromHours(1) && options.LongestAbsence != Timeout.InfiniteTimeSpan)
        {
            problems.Add($"KA1007 SyncOptions.LongestAbsence is {options.LongestAbsence}; set it to 1 hour or more, or to Timeout.InfiniteTimeSpan.");
        }

        if (options.DriftInterval < TimeSpan.Zero && options.DriftInterval != Timeout.InfiniteTimeSpan)
        {
            problems.Add($"KA1008 SyncOptions.DriftInterval is {options.DriftInterval}; set it to zero or more, or to Timeout.InfiniteTimeSpan.");
        }

        if (options.DocumentsLookedAtOnce < 1)
        {
            problems.Add($"KA1009 SyncOptions.DocumentsLookedAtOnce is {options.DocumentsLookedAtOnce}; set it to 1 or more.");
        }

        if (options.DrainTime < TimeSpan.Zero)
        {
            problems.Add($"KA1010 SyncOptions.DrainTime is {options.DrainTime}; set it to zero or more, and well under the host's shutdown time-out.");
        }

        if ((options.JournalRetention < TimeSpan.FromDays(1) || options.JournalRetention > TimeSpan.FromDays(36_500)) && options.JournalRetention != Timeout.InfiniteTimeSpan)
        {
            problems.Add($"KA1011 SyncOptions.JournalRetention is {options.JournalRetention}; set it to 1 day at least and 36,500 at most, or to Timeout.InfiniteTimeSpan.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
