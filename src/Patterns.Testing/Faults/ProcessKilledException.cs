namespace Patterns.Testing;

/// <summary>Stands for the death of the process that runs the code: nothing it does afterwards reaches a port.</summary>
public sealed class ProcessKilledException(string message) : Exception(message);
