namespace Patterns.Local.HttpApi;

/// <summary>What a route answers: a method and a path pattern, or everything else.</summary>
internal sealed record RouteKey
{
    public const string Default = "$default";
    public const string AnyMethod = "ANY";

    private RouteKey(string text, string method, RoutePattern? pattern)
    {
        Text = text;
        Method = method;
        Pattern = pattern;
    }

    /// <summary>The key as it was written, for example <c>GET /orders/{id}</c>.</summary>
    public string Text { get; }

    public string Method { get; }

    /// <summary>Null for <c>$default</c>, which takes every path.</summary>
    public RoutePattern? Pattern { get; }

    public bool IsAnyMethod => Method == AnyMethod;

    /// <exception cref="FormatException">The key has another form.</exception>
    public static RouteKey Parse(string text)
    {
        if (text == Default)
        {
            return new RouteKey(text, AnyMethod, null);
        }

        var parts = text.Split(' ');
        return parts is [{ Length: > 0 } method, ['/', ..] path]
            ? new RouteKey(text, method, RoutePattern.Parse(path))
            : throw new FormatException($"The route key '{text}' is neither $default nor a method and a path, as in 'GET /orders/{{id}}'.");
    }

    public bool TakesMethod(string method) => IsAnyMethod || Method == method;
}
