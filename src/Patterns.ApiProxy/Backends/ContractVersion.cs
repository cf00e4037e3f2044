using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Backends.Internal;
using Patterns.Facade;
using Patterns.Http;

namespace Patterns.Backends;

/// <summary>A version of a contract.</summary>
public sealed class ContractVersion
{
    private readonly List<BackendOperation> _operations = [];

    internal ContractVersion(BackendContract contract, int number, Deprecation? deprecation)
    {
        Contract = contract;
        Number = number;
        Deprecation = deprecation;
    }

    /// <summary>The version's number.</summary>
    public int Number { get; }

    /// <summary>When it is on its way out; null for a version that is not.</summary>
    public Deprecation? Deprecation { get; }

    /// <summary>Its operations.</summary>
    public IReadOnlyList<BackendOperation> Operations => _operations;

    internal BackendContract Contract { get; }

    /// <summary>Adds an operation that reads; it also answers HEAD.</summary>
    /// <param name="path">Its path below the version: <c>courses/{id}</c>. A part that is written out goes before one in braces.</param>
    /// <param name="reply">The form of the reply: an object without the members <c>missing</c>, <c>stale</c> and <c>substituted</c>.</param>
    /// <param name="compose">Says how the reply is put together; null for nothing, which is 404. A <see cref="ProblemException"/> is what the client gets.</param>
    /// <param name="isAnonymous">Whether it answers also when nobody knows who asks. Default: false, 401.</param>
    /// <exception cref="ArgumentException">The path or the form is not possible, or there is such an operation, or one of its <see cref="BackendOperation.Name"/>.</exception>
    public ContractVersion Get<TReply>(string path, JsonTypeInfo<TReply> reply, Func<BackendRequest, Composition<TReply>?> compose, bool isAnonymous = false)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(compose);
        var taken = reply.Kind == JsonTypeInfoKind.Object ? reply.Properties.Select(property => property.Name).Intersect(CallPlan.Reserved).ToList() : ["no members"];
        return taken.Count == 0
            ? Add(new ReadOperation<TReply>(this, path, reply, compose, isAnonymous))
            : throw new ArgumentException($"The reply must be an object without what a backend adds to it, but has {string.Join(", ", taken)}.", nameof(reply));
    }

    /// <summary>Adds an operation that changes something. It is called once for a request; nothing is repeated.</summary>
    /// <param name="method">The method; not GET or HEAD.</param>
    /// <param name="path">Its path below the version.</param>
    /// <param name="body">
    /// The form of the request's body, of options with <see cref="JsonSerializerOptions.RespectNullableAnnotations"/> and
    /// <see cref="JsonSerializerOptions.RespectRequiredConstructorParameters"/>: no body is taken that its schema does not allow.
    /// </param>
    /// <param name="reply">The form of the reply.</param>
    /// <param name="handle">
    /// Does it, by one call of one service: what needs several is a two-way chain. A <see cref="ProblemException"/> is what the client gets. When the outcome is not known,
    /// the problem has the member <c>outcome</c> with <c>unknown</c>; a status of the 4xx other than 408 says that nothing was done.
    /// </param>
    /// <param name="isAnonymous">Whether it answers also when nobody knows who asks. Default: false, 401.</param>
    /// <exception cref="ArgumentException">The path, the method or the form of the body is not possible, or there is such an operation, or one of its <see cref="BackendOperation.Name"/>.</exception>
    public ContractVersion Send<TBody, TReply>(
        HttpMethod method,
        string path,
        JsonTypeInfo<TBody> body,
        JsonTypeInfo<TReply> reply,
        Func<BackendRequest, TBody, CancellationToken, ValueTask<TReply>> handle,
        bool isAnonymous = false)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(handle);
        if (body.Options is not { RespectNullableAnnotations: true, RespectRequiredConstructorParameters: true })
        {
            throw new ArgumentException(
                $"The form of the body must be of options with {nameof(JsonSerializerOptions.RespectNullableAnnotations)} and {nameof(JsonSerializerOptions.RespectRequiredConstructorParameters)}, or what its schema requires is not required.",
                nameof(body));
        }

        return method == HttpMethod.Get || method == HttpMethod.Head
            ? throw new ArgumentException("GET and HEAD read.", nameof(method))
            : Add(new SendOperation<TBody, TReply>(this, method.Method.ToUpperInvariant(), path, body, reply, handle, isAnonymous));
    }

    /// <summary>The operation for a request.</summary>
    /// <exception cref="ProblemException">404: there is none of this path. 405: none of this method.</exception>
    internal (BackendOperation Operation, IReadOnlyDictionary<string, string> Values) Find(string method, string path)
    {
        var parts = PathTemplate.Split(path);
        var candidates = _operations
            .Select(operation => (Operation: operation, Values: operation.Template.Match(parts)))
            .Where(candidate => candidate.Values is not null)
            .OrderBy(candidate => candidate.Values!.Count)
            .ThenBy(candidate => candidate.Operation.Template.Order, StringComparer.Ordinal)
            .ToList();
        var asked = method == "HEAD" ? "GET" : method;
        var found = candidates.Find(candidate => candidate.Operation.Method == asked);
        return found.Operation is not null
            ? (found.Operation, found.Values!)
            : throw (candidates.Count == 0 ? new ProblemException(Problems.NotFound()) : new WrongMethodException(candidates.Select(candidate => candidate.Operation.Method)));
    }

    private ContractVersion Add(BackendOperation operation)
    {
        if (_operations.Exists(other => other.Method == operation.Method && other.Template.Order == operation.Template.Order))
        {
            throw new ArgumentException($"Version {Number} has an operation {operation.Method} {operation.Path}.");
        }

        if (_operations.Find(other => other.Name.Equals(operation.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            throw new ArgumentException($"{operation.Method} {operation.Path} and {same.Method} {same.Path} would have one name, in capital letters or not: {operation.Name}.");
        }

        _operations.Add(operation);
        return this;
    }
}
