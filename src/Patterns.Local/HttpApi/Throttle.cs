namespace Patterns.Local.HttpApi;

/// <summary>How many requests a route takes: <paramref name="Rate"/> a second on average, <paramref name="Burst"/> at once.</summary>
internal readonly record struct Throttle(double Rate, double Burst)
{
    /// <summary>The limits of an account, which hold where a setting says nothing.</summary>
    public static Throttle OfAccount { get; } = new(10_000, 5_000);
}
