namespace Patterns.Load;

/// <summary>Why a figure would say nothing: the service refused a request, or messages went another way.</summary>
internal sealed class LoadException(string message) : Exception(message);
