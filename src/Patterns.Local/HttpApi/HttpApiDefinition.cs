using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.HttpApi;

/// <summary>One API over HTTP (an HTTP API, a REST API or a function URL): its stages, and the routes that lead to functions.</summary>
internal sealed class HttpApiDefinition(string id, string name, CorsRules? cors = null)
{
    private readonly Lock _changes = new();
    private volatile Dictionary<string, HttpApiStage> _stages = [];
    private volatile Dictionary<string, HttpApiIntegration> _integrations = [];
    private volatile Dictionary<string, IAuthorizer> _authorizers = [];

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>What the service says about CORS by itself; null when it leaves that to functions.</summary>
    public CorsRules? Cors { get; } = cors;

    public ApiKind Kind { get; init; } = ApiKind.Http;

    public RouteTable Routes { get; init; } = new(RouteOrder.HttpApi);

    /// <summary>Whether routes came from an OpenAPI definition.</summary>
    public bool HasDefinition { get; set; }

    /// <summary>What REST APIs take for binary.</summary>
    public MediaTypes BinaryTypes { get; init; } = MediaTypes.None;

    /// <summary>How a REST API answers OPTIONS where no function does; null when it does not.</summary>
    public RestPreflight? Preflight { get; init; }

    public void Add(HttpApiStage stage)
    {
        lock (_changes)
        {
            _stages = new Dictionary<string, HttpApiStage>(_stages) { [stage.Name] = stage };
        }
    }

    public void Add(HttpApiIntegration integration)
    {
        lock (_changes)
        {
            _integrations = new Dictionary<string, HttpApiIntegration>(_integrations) { [integration.Id] = integration };
        }
    }

    public void Add(string authorizerId, IAuthorizer authorizer)
    {
        lock (_changes)
        {
            _authorizers = new Dictionary<string, IAuthorizer>(_authorizers) { [authorizerId] = authorizer };
        }
    }

    public IAuthorizer? FindAuthorizer(string authorizerId) => _authorizers.GetValueOrDefault(authorizerId);

    public HttpApiIntegration? FindIntegration(string integrationId) => _integrations.GetValueOrDefault(integrationId);

    /// <summary>The stage that a path is for, and the path inside of it; null when the API has no such stage.</summary>
    public HttpApiStage? StageOf(string path, out string rest)
    {
        var end = path.IndexOf('/', 1);
        var first = end < 0 ? path[1..] : path[1..end];
        if (first != HttpApiStage.DefaultName && _stages.TryGetValue(first, out var named))
        {
            rest = end < 0 ? "/" : path[end..];
            return named;
        }

        rest = path;
        return _stages.GetValueOrDefault(HttpApiStage.DefaultName);
    }
}
