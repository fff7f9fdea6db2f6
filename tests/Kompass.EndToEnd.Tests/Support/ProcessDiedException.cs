namespace Kompass.EndToEnd.Tests;

/// <summary>The process is dead: nothing that it does reaches the database any more.</summary>
internal sealed class ProcessDiedException() : Exception("The process has died.");
