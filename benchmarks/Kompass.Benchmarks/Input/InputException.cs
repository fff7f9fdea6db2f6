namespace Kompass.Benchmarks;

/// <summary>Something that the caller gave cannot be used. The message is one line for a person: what, where, and what to do.</summary>
public sealed class InputException : Exception
{
    public InputException()
    {
    }

    public InputException(string message)
        : base(message.ReplaceLineEndings(" "))
    {
    }

    public InputException(string message, Exception innerException)
        : base(message.ReplaceLineEndings(" "), innerException)
    {
    }
}
