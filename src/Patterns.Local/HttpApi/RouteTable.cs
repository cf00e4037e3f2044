namespace Patterns.Local.HttpApi;

/// <summary>The routes of an API in the order in which they are tried.</summary>
internal sealed class RouteTable
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

    /// <summary>The route that answers, or null.</summary>
    public RouteMatch? Find(string method, string path)
    {
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var route in _ordered)
        {
            variables.Clear();
            if (route.Key.TakesMethod(method) && route.Key.Pattern?.Matches(path, variables) != false)
            {
                return new RouteMatch(route, variables);
            }
        }

        return null;
    }

    private static int Compare(ApiRoute left, ApiRoute right)
    {
        if (left.Key.Pattern is null || right.Key.Pattern is null)
        {
            return (left.Key.Pattern is null).CompareTo(right.Key.Pattern is null);
        }

        var byPath = left.Key.Pattern.Precedence(right.Key.Pattern);
        return byPath != 0 ? byPath : left.Key.IsAnyMethod.CompareTo(right.Key.IsAnyMethod);
    }
}
