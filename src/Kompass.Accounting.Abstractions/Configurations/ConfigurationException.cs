using System.Diagnostics.CodeAnalysis;

namespace Kompass.Accounting;

/// <summary>A configuration cannot be saved or used as it is. The problems say which setting and what to do.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">One or more problems.</param>
    public ConfigurationException(params IReadOnlyList<ConfigurationProblem> problems)
        : base(string.Join(" ", problems.Select(problem => problem.Message))) => Problems = problems;

    /// <summary>What is wrong, one entry for each setting.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }

    /// <summary>Refuses a decision that names nobody: the audit trail keeps who decided.</summary>
    /// <param name="actor">The person.</param>
    /// <exception cref="ConfigurationException">The name is null, empty or blank.</exception>
    public static void ThrowIfNobodyActs([NotNull] string? actor)
    {
        if (string.IsNullOrWhiteSpace(actor))
        {
            throw new ConfigurationException(new ConfigurationProblem(
                "Actor", "Who acts must be named. Pass the name of the person who decides this; it is kept in the audit trail."));
        }
    }

    /// <summary>Refuses a decision without a reason, where one is kept.</summary>
    /// <param name="reason">Why, in the person's words.</param>
    /// <param name="setting">The setting that the problem is about. Default: <c>Reason</c>.</param>
    /// <exception cref="ConfigurationException">The reason is null, empty or blank.</exception>
    public static void ThrowIfNoReason([NotNull] string? reason, string setting = "Reason")
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new ConfigurationException(new ConfigurationProblem(setting, "No reason is given. Say why. The reason is kept in the audit trail."));
        }
    }
}
