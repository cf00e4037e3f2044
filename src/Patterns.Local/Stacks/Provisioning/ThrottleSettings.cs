using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the throttles of a stage.</summary>
internal static class ThrottleSettings
{
    private const string Any = "*";

    /// <summary>Those of the stage of an HTTP or a WebSocket API; null when it has none.</summary>
    public static RouteThrottles? OfRoutes(ResourceProperties stage, TimeProvider time)
    {
        var byDefault = stage.Map("DefaultRouteSettings") is { } settings ? Read(settings) : null;
        var routes = stage.Map("RouteSettings");
        var byRoute = routes?.Names.ToDictionary(name => name, name => routes.Map(name) is { } own ? Read(own) : null) ?? [];
        return byDefault is null && byRoute.Count == 0
            ? null
            : new RouteThrottles(key => byRoute.GetValueOrDefault(key) ?? byDefault, time);
    }

    /// <summary>Those of a REST API's stage, of which the most exact counts; null when it has none.</summary>
    public static RouteThrottles? OfMethods(ResourceProperties stage, TimeProvider time)
    {
        var settings = stage.Maps("MethodSettings").Select(own => (Path: PathOf(own), Method: own.Text("HttpMethod") ?? Any, Throttle: Read(own))).Where(own => own.Throttle is not null).ToList();
        return settings.Count == 0
            ? null
            : new RouteThrottles(text => Find(RouteKey.Parse(text)), time);

        Throttle? Find(RouteKey key) => settings.Where(own => Covers(own.Path, key.Pattern?.Text) && (own.Method == Any || own.Method == key.Method))
            .OrderBy(own => (own.Path == Any ? 2 : 0) + (own.Method == Any ? 1 : 0)).FirstOrDefault().Throttle;
    }

    private static bool Covers(string pattern, string? path) => pattern == Any || pattern == path;

    // As in /~1orders~1{id}: a slash inside of the path is ~1.
    private static string PathOf(ResourceProperties settings)
    {
        var path = settings.Text("ResourcePath") ?? $"/{Any}";
        return path == $"/{Any}" ? Any : path == "/" ? path : path.TrimStart('/').Replace("~1", "/", StringComparison.Ordinal);
    }

    /// <summary>Null when the settings say nothing about throttling; what they leave out is the account's limit.</summary>
    public static Throttle? Read(ResourceProperties settings)
    {
        var (rate, burst) = (settings.Real("ThrottlingRateLimit"), settings.Real("ThrottlingBurstLimit"));
        return rate is null && burst is null ? null : new Throttle(rate ?? Throttle.OfAccount.Rate, burst ?? Throttle.OfAccount.Burst);
    }
}
