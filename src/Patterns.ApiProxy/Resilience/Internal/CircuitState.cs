using Patterns.Tables;

namespace Patterns.Resilience.Internal;

/// <summary>The state of a circuit as it is in the table.</summary>
internal sealed record CircuitState(DateTimeOffset? OpenUntil, DateTimeOffset? ProbeUntil, DateTimeOffset? WindowStart, int Failures, int Successes)
{
    public const string OpenUntilField = "openUntil";
    public const string ProbeUntilField = "probeUntil";
    public const string WindowField = "window";
    public const string FailuresField = "failures";
    public const string SuccessesField = "successes";

    public static CircuitState Closed { get; } = new(null, null, null, 0, 0);

    public static CircuitState Of(TableItem? item) => item is null
        ? Closed
        : new(Moment(item, OpenUntilField), Moment(item, ProbeUntilField), Moment(item, WindowField), Count(item, FailuresField), Count(item, SuccessesField));

    public bool HasFailures(DateTimeOffset now, TimeSpan sampling) => WindowStart is { } start && now - start < sampling && Failures > 0;

    public bool IsToOpen(CircuitOptions options) =>
        OpenUntil is null && Failures >= options.MinimumFailures && Failures >= options.FailureRatio * (Failures + Successes);

    public static TableValue Value(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Moment(TableItem item, string name) => item[name] is { } value ? DateTimeOffset.FromUnixTimeMilliseconds((long)value.GetDecimal()) : null;

    private static int Count(TableItem item, string name) => item[name] is { } value ? (int)value.GetDecimal() : 0;
}
