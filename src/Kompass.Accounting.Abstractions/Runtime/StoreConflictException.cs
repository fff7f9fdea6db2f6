namespace Kompass.Accounting;

/// <summary>What was to be stored was changed by somebody else meanwhile: read again, then decide again.</summary>
public sealed class StoreConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was to be stored.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public StoreConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
