using System.Buffers;
using System.Collections.Frozen;

namespace Patterns.Http.Internal;

/// <summary>Which headers are passed on, and what their names and values are made of (RFC 9110).</summary>
internal static class HeaderRules
{
    private static readonly SearchValues<char> Token = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Of one connection only, or set by the transport itself.
    private static readonly FrozenSet<string> OfTransport = new[]
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Host", "Content-Length", "Content-Type", "Content-Encoding", "Expect",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsOfTransport(string name) => OfTransport.Contains(name);

    public static bool IsName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Token);

    public static bool IsValue(string value) => !value.Any(letter => letter != '\t' && char.IsControl(letter));

    /// <exception cref="ArgumentException">The name is none, or of a header that the transport sets itself.</exception>
    public static void CheckName(string name)
    {
        if (!IsName(name) || IsOfTransport(name))
        {
            throw new ArgumentException("The header's name is none, or one that the transport sets itself.", nameof(name));
        }
    }

    /// <exception cref="ArgumentException">The value has a line end or another control character.</exception>
    public static string Checked(string name, string value) => IsValue(value)
        ? value
        : throw new ArgumentException($"The value of the header '{name}' has a control character.", nameof(value));

    /// <summary>The headers of the list that are there, without those that the header Connection names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pick(IReadOnlyDictionary<string, string> headers, IEnumerable<string> allowed)
    {
        var ofConnection = headers.GetValueOrDefault("Connection")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        foreach (var name in allowed)
        {
            if (headers.TryGetValue(name, out var value) && !IsOfTransport(name) && !ofConnection.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                yield return new(name, value);
            }
        }
    }
}
