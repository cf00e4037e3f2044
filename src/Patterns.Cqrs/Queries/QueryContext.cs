using Patterns.Http;

namespace Patterns.Cqrs;

/// <summary>What a <see cref="QueryHandler{TQuery, TResult}"/> gets beside the query.</summary>
public sealed class QueryContext
{
    internal QueryContext(ApiRequest request, CancellationToken cancellationToken) => (Request, CancellationToken) = (request, cancellationToken);

    /// <summary>The request. Who asks is not what its headers or its body say.</summary>
    public ApiRequest Request { get; }

    /// <summary>Who asks, as the API's authorizer says; null without one.</summary>
    public Caller? Caller => Caller.Of(Request);

    /// <summary>Cancelled when the time to answer is up.</summary>
    public CancellationToken CancellationToken { get; }
}
