namespace Kompass.Accounting.Mail;

/// <summary>A notification did not reach everybody. The message says why and what to do; the others have received theirs.</summary>
public sealed class MailDeliveryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="undelivered">The addresses that were not reached.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public MailDeliveryException(string message, IReadOnlyList<string> undelivered, Exception? innerException = null)
        : base(message, innerException) => Undelivered = undelivered;

    /// <summary>The addresses that were not reached, as they were given.</summary>
    public IReadOnlyList<string> Undelivered { get; }
}
