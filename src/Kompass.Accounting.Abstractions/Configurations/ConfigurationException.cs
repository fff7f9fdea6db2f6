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
}
