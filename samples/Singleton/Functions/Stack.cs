using Patterns.Aws;
using Patterns.Singleton;
using Patterns.Tables;

namespace Singleton.Functions;

/// <summary>What the functions share.</summary>
internal static class Stack
{
    /// <summary>The leases and what is written under them, and what became of each request.</summary>
    public static ITable State { get; } = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    /// <summary>Which function this one is.</summary>
    public static string Function { get; } = Environment.GetEnvironmentVariable("FUNCTION")!;

    /// <summary>The database takes seven connections of functions. They share four, so that there is room for some that are being closed.</summary>
    public static LeasePool Connections { get; } = new(State, new LeasePoolOptions
    {
        Name = "connections",
        Size = 4,
        Function = Function,
        Floors = new Dictionary<string, int> { ["payments"] = 2, ["search"] = 1 },
        Duration = TimeSpan.FromSeconds(5),
        PollInterval = TimeSpan.FromMilliseconds(100),
        Rest = TimeSpan.FromMilliseconds(200),
    });

    public static LeaseStore Leases { get; } = new(State, new LeaseOptions { Duration = TimeSpan.FromSeconds(5), PollInterval = TimeSpan.FromMilliseconds(50) });
}
