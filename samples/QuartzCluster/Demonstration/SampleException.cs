namespace QuartzCluster;

/// <summary>Why the demonstration broke off, and what to do, for the person who started it.</summary>
internal sealed class SampleException(string message, Exception? inner = null) : Exception(message, inner);
