using System.Text.Json;
using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Services.Scheduler;

/// <summary>What a schedule says. Immutable: a change makes a new value.</summary>
internal sealed record ScheduleSettings
{
    /// <summary>The expression as it was sent.</summary>
    public required string Expression { get; init; }

    /// <summary>The IANA name of the time zone as it was sent; null is UTC.</summary>
    public string? ZoneName { get; init; }

    public required ScheduleTarget Target { get; init; }

    /// <summary>How much later than due it may run; zero is the time itself.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>Nothing is due before.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Nothing is due after.</summary>
    public DateTimeOffset? End { get; init; }

    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether the schedule goes when nothing is due any more.</summary>
    public bool DeletesItself { get; init; }

    public string? Description { get; init; }

    public string? KmsKeyArn { get; init; }

    /// <summary>When it was said; a rate without a start is due at once.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The parsed expression, without the bounds.</summary>
    public required ScheduleExpression Times { get; init; }

    /// <summary>The first moment after <paramref name="after"/> that is due, within start and end.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset after)
    {
        var from = Start is { } start && after < start ? start.AddTicks(-1) : after;
        return Times.NextAfter(from) is { } next && (End is not { } end || next <= end) ? next : null;
    }
}
