namespace Kompass.Accounting;

/// <summary>A port of the host (<see cref="IClientSource"/>, <see cref="IInvoiceSource"/>, <see cref="IKompassCatalogue"/>) threw while it was read.</summary>
public sealed class KompassSourceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="port">The port, such as <c>IClientSource</c>.</param>
    /// <param name="implementation">The name of the host's class.</param>
    /// <param name="innerException">What the host threw.</param>
    public KompassSourceException(string port, string implementation, Exception innerException)
        : base($"{port} ({implementation}) could not be read: {innerException?.Message}", innerException)
    {
        Port = port;
        Implementation = implementation;
    }

    /// <summary>The port, such as <c>IClientSource</c>.</summary>
    public string Port { get; }

    /// <summary>The name of the host's class.</summary>
    public string Implementation { get; }
}
