namespace Cqrs.Demo;

/// <summary>Something is not as it must be.</summary>
internal sealed class DemoException(string message) : Exception(message);
