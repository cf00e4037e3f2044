namespace Patterns.Proxy.Internal;

/// <summary>The request was not done, so that its key is given back.</summary>
internal sealed class UndoneException() : Exception("The request was not done.");
