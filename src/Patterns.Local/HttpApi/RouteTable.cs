namespace Patterns.Local.HttpApi;

/// <summary>The routes of an API in the order in which they are tried.</summary>
internal sealed class RouteTable(RouteOrder order = RouteOrder.HttpApi)
{
    private readonly Lock _changes = new();
    private volatile ApiRoute[] _ordered = [];

    public IReadOnlyList<ApiRoute> All => _ordered;

    /// <summary>Adds the route; false when there is one with the same key.</summary>
    public bool TryAdd(ApiRoute route)
    {
        lock (_changes)
        {
            if (Array.Exists(_ordered, existing => existing.Key.Text == route.Key.Text))
            {
                return false;
            }

            ApiRoute[] changed = [.. _ordered, route];
            Array.Sort(changed, Compare);
            _ordered = changed;
            return true;
        }
    }

    /// <summary>The route of the key; null when there is none.</summary>
    public ApiRoute? Find(RouteKey key) => Array.Find(_ordered, route => route.Key.Text == key.Text);

    /// <summary>Puts a route in the place of the one with the same key.</summary>
    public void Replace(ApiRoute route)
    {
        lock (_changes)
        {
            _ordered = Array.ConvertAll(_ordered, existing => existing.Key.Text == route.Key.Text ? route : existing);
        }
    }

    /// <summary>The route that answers, or null. Among resources, a slash at the end of a path does not count.</summary>
    public RouteMatch? Find(string method, string path)
    {
        path = Normalized(path);
        var variables = new List<KeyValuePair<string, string>>();
        var resource = order == RouteOrder.Resources ? ResourceOf(path) : null;
        foreach (var route in _ordered)
        {
            variables.Clear();
            var isCandidate = order == RouteOrder.HttpApi || (resource is not null && resource == route.Key.Pattern?.Text);
            if (isCandidate && route.Key.TakesMethod(method) && route.Key.Pattern?.Matches(path, variables) != false)
            {
                return new RouteMatch(route, variables);
            }
        }

        return null;
    }

    /// <summary>The path pattern that a path leads to, whatever the method; null when there is none.</summary>
    public string? ResourceOf(string path)
    {
        var normalized = Normalized(path);
        return Array.Find(_ordered, route => route.Key.Pattern?.Matches(normalized, []) == true)?.Key.Pattern?.Text;
    }

    /// <summary>The path as routes see it: among resources, without slashes at the end.</summary>
    public string Normalized(string path) =>
        order == RouteOrder.HttpApi || path.Length < 2 ? path : path.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/";

    private int Compare(ApiRoute left, ApiRoute right)
    {
        if (left.Key.Pattern is null || right.Key.Pattern is null)
        {
            return (left.Key.Pattern is null).CompareTo(right.Key.Pattern is null);
        }

        var byPath = order == RouteOrder.HttpApi ? left.Key.Pattern.Precedence(right.Key.Pattern) : left.Key.Pattern.TreePrecedence(right.Key.Pattern);
        return byPath != 0 ? byPath : left.Key.IsAnyMethod.CompareTo(right.Key.IsAnyMethod);
    }
}
