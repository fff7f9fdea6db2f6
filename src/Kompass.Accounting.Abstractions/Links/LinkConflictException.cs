namespace Kompass.Accounting;

/// <summary>A link would give one client two contacts, or one contact two clients.</summary>
public sealed class LinkConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which client and which contact, and what to do.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public LinkConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
