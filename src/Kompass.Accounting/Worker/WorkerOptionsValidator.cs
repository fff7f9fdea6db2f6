using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

internal sealed class WorkerOptionsValidator : IValidateOptions<WorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkerOptions options)
    {
        var problems = new List<string>();
        if (options.Interval < TimeSpan.FromSeconds(1) || options.Interval > TimeSpan.FromDays(30))
        {
            problems.Add($"KA1021 WorkerOptions.Interval is {options.Interval}; set it to 1 second at least and 30 days at most.");
        }

        if (options.ChangeDelay < TimeSpan.Zero || options.ChangeDelay > TimeSpan.FromDays(1))
        {
            problems.Add($"KA1022 WorkerOptions.ChangeDelay is {options.ChangeDelay}; set it to zero or more, and 1 day at most.");
        }

        if (options.MaximumConcurrency < 1)
        {
            problems.Add($"KA1023 WorkerOptions.MaximumConcurrency is {options.MaximumConcurrency}; set it to 1 or more.");
        }

        if (options.RemoteChangeDelay < TimeSpan.Zero || options.RemoteChangeDelay > TimeSpan.FromHours(1))
        {
            problems.Add($"KA1024 WorkerOptions.RemoteChangeDelay is {options.RemoteChangeDelay}; set it to zero or more, and 1 hour at most.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
