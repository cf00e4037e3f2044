namespace Patterns.Local.HttpApi;

/// <summary>One HTTP API: its stages, and the routes that lead to functions.</summary>
internal sealed class HttpApiDefinition(string id, string name, CorsRules? cors = null)
{
    private readonly Lock _changes = new();
    private volatile Dictionary<string, HttpApiStage> _stages = [];
    private volatile Dictionary<string, HttpApiIntegration> _integrations = [];

    public string Id { get; } = id;

    public string Name { get; } = name;

    public CorsRules? Cors { get; } = cors;

    public RouteTable Routes { get; } = new();

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
