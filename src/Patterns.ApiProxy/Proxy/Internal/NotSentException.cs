namespace Patterns.Proxy.Internal;

/// <summary>The time was up before the call was made.</summary>
internal sealed class NotSentException() : Exception("The time was up before the call was made.");
