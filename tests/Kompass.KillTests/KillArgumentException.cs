namespace Kompass.Kills;

/// <summary>The command was asked for something that it cannot do; the message says what is allowed.</summary>
internal sealed class KillArgumentException(string message) : Exception(message);
