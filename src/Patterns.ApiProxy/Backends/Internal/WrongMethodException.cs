namespace Patterns.Backends.Internal;

/// <summary>There is something of the path, and nothing of the method.</summary>
internal sealed class WrongMethodException(IEnumerable<string> methods) : Exception("There is nothing of this method.")
{
    public string Allowed { get; } = string.Join(", ", methods.SelectMany(method => method == "GET" ? new[] { "GET", "HEAD" } : [method]).Distinct().Order());
}
