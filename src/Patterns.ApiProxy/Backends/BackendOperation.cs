using System.Text.Json.Serialization.Metadata;
using Patterns.Backends.Internal;
using Patterns.Http;

namespace Patterns.Backends;

/// <summary>An operation of a version of a contract, as it is published to clients.</summary>
public abstract class BackendOperation
{
    private protected BackendOperation(ContractVersion version, string method, string path, JsonTypeInfo? body, JsonTypeInfo reply, bool isAnonymous)
    {
        Template = new PathTemplate(path);
        Version = version.Number;
        Method = method;
        Path = path;
        Name = $"{version.Contract.Name}.v{version.Number}.{method.ToLowerInvariant()}-{Template.Name}";
        Body = body;
        Reply = reply;
        IsAnonymous = isAnonymous;
    }

    /// <summary>Tells it from all others of the service, for files: <c>web.v2.get-courses-{}</c>. What a part in braces is called is no part of it.</summary>
    public string Name { get; }

    /// <summary>The version that it belongs to.</summary>
    public int Version { get; }

    /// <summary>The method, in capital letters.</summary>
    public string Method { get; }

    /// <summary>The path below the version, without a slash at its ends.</summary>
    public string Path { get; }

    /// <summary>The form of a request's body; null for none.</summary>
    public JsonTypeInfo? Body { get; }

    /// <summary>The form of the reply.</summary>
    public JsonTypeInfo Reply { get; }

    /// <summary>Whether it answers also when nobody knows who asks.</summary>
    public bool IsAnonymous { get; }

    internal PathTemplate Template { get; }

    internal abstract ValueTask<ApiReply> AnswerAsync(BackendRequest request, OperationRun run);
}
