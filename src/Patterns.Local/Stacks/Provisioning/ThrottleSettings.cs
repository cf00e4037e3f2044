using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the throttles of a stage.</summary>
internal static class ThrottleSettings
{
    /// <summary>Those of an HTTP API's stage; null when it has none.</summary>
    public static RouteThrottles? OfRoutes(ResourceProperties stage, TimeProvider time)
    {
        var byDefault = stage.Map("DefaultRouteSettings") is { } settings ? Read(settings) : null;
        var routes = stage.Map("RouteSettings");
        var byRoute = routes?.Names.ToDictionary(name => name, name => routes.Map(name) is { } own ? Read(own) : null) ?? [];
        return byDefault is null && byRoute.Count == 0
            ? null
            : new RouteThrottles(key => byRoute.GetValueOrDefault(key.Text) ?? byDefault, time);
    }

    /// <summary>Null when the settings say nothing about throttling; what they leave out is the account's limit.</summary>
    public static Throttle? Read(ResourceProperties settings)
    {
        var (rate, burst) = (settings.Real("ThrottlingRateLimit"), settings.Real("ThrottlingBurstLimit"));
        return rate is null && burst is null ? null : new Throttle(rate ?? Throttle.OfAccount.Rate, burst ?? Throttle.OfAccount.Burst);
    }
}
