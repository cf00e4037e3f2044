namespace TwoWayChain.Functions;

/// <summary>What can go wrong with a step.</summary>
public static class Trouble
{
    /// <summary>It says no.</summary>
    public const string Refuses = "refuses";

    /// <summary>It fails at first, before anything happens.</summary>
    public const string Flaky = "flaky";

    /// <summary>It happens, but no answer ever arrives.</summary>
    public const string Mute = "mute";

    /// <summary>It cannot be undone until somebody has repaired the provider.</summary>
    public const string Binding = "binding";

    public static bool Has(Trip trip, string step, string trouble) => trip.Order.Troubles.Contains($"{step}:{trouble}");
}
