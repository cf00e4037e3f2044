using System.Text;
using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>Where the items of a fan-in are: an aggregate in one partition, timers in partitions of their own.</summary>
internal static class FanInKeys
{
    public const string PartPrefix = "part#";
    private const int LongestId = 900;

    public static string Aggregate(string name, string correlationId) => $"{name}/aggregate/{correlationId}";

    public static TableKey Head(string name, string correlationId) => new(Aggregate(name, correlationId), "head");

    public static TableKey Result(string name, string correlationId) => new(Aggregate(name, correlationId), "result");

    public static TableKey Part(string name, string correlationId, string partId) => new(Aggregate(name, correlationId), PartPrefix + partId);

    public static string TimerPrefix(string name) => $"{name}/timer/";

    public static string Timers(string name, int shard) => $"{TimerPrefix(name)}{shard}";

    public static TableKey Timer(string name, TimerPlace place, string correlationId) =>
        new(Timers(name, place.Shard), $"{Moment.ToText(place.Due)}#{correlationId}");

    /// <summary>The aggregate that a timer is for.</summary>
    public static string CorrelationOf(string timerSort) => timerSort[(Moment.Length + 1)..];

    /// <exception cref="NonRetryableException">The id is empty, or longer than a key takes.</exception>
    public static string Checked(string? id, string what)
    {
        var bytes = id is null ? 0 : Encoding.UTF8.GetByteCount(id);
        return bytes switch
        {
            0 => throw new NonRetryableException($"{what} is empty."),
            > LongestId => throw new NonRetryableException($"{what} has {bytes} bytes; at most {LongestId} are possible."),
            _ => id!,
        };
    }
}
