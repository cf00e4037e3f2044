using Patterns.Http;

namespace Patterns.Backends;

/// <summary>A request for an operation of a backend.</summary>
public sealed class BackendRequest
{
    private readonly Caller? _caller;
    private readonly IReadOnlyDictionary<string, string> _values;

    internal BackendRequest(ApiRequest api, int version, Caller? caller, IReadOnlyDictionary<string, string> values)
    {
        Api = api;
        Version = version;
        _caller = caller;
        _values = values;
    }

    /// <summary>The request as the API has it. Who asks is not in it: what its headers and its body say of that is the client's word.</summary>
    public ApiRequest Api { get; }

    /// <summary>The version of the contract that the client goes by.</summary>
    public int Version { get; }

    /// <summary>Whether nobody knows who asks; only for operations that allow it.</summary>
    public bool IsAnonymous => _caller is null;

    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody knows: <see cref="IsAnonymous"/>.</exception>
    public Caller Caller => _caller ?? throw new InvalidOperationException("Nobody knows who asks.");

    /// <summary>What stands in the path where the operation has <c>{name}</c>, decoded.</summary>
    /// <exception cref="ArgumentException">The operation's path has no such name.</exception>
    public string Value(string name) => _values.TryGetValue(name, out var value)
        ? value
        : throw new ArgumentException($"The path of the operation has no '{{{name}}}'.", nameof(name));
}
