using Patterns.Singleton;
using Patterns.Tables;

namespace Patterns.Periodical;

/// <summary>What a <see cref="PeriodicalHandler"/> runs when.</summary>
public sealed class PeriodicalOptions
{
    private const int LongestName = 100;

    /// <summary>Where it is kept which ticks were run; others may use the table, too.</summary>
    public required ITable Table { get; init; }

    /// <summary>When ticks are due, as the template says.</summary>
    public required TickSchedule Schedule { get; init; }

    /// <summary>
    /// What runs periodically: tells its ticks from those of others in the same table. At most 100 characters, without <c>/</c>.
    /// Default: <c>periodical</c>.
    /// </summary>
    public string Name { get; init; } = "periodical";

    /// <summary>What becomes of ticks that were missed. Default: <see cref="Periodical.CatchUp.All"/>.</summary>
    public CatchUp CatchUp { get; init; } = CatchUp.All;

    /// <summary>How late a tick may run with <see cref="CatchUp.Skip"/>; longer than the platform's retries take. Default: 5 minutes.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the work of a tick is begun before it is given up, and the next tick comes. Default: 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long after the death of the one that runs a tick another one may run. At least 1 second. Default: 30 seconds.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long ticks that were run stay in the ledger. Default: 30 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The member of the event that has the tick's scheduled time. A rule's event has it as it is; give a schedule the input
    /// <c>{"time":"&lt;aws.scheduler.scheduled-time&gt;"}</c>. Default: <c>time</c>.
    /// </summary>
    public string TimeProperty { get; init; } = "time";

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal LeaseOptions LeaseOptions => new() { Name = Name, Duration = Lease, Time = Time };

    internal PeriodicalOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (Table is null || Schedule is null || Time is null, $"{nameof(Table)}, {nameof(Schedule)} and {nameof(Time)} must not be null."),
            (Name is null or "" || Name.Length > LongestName || Name.Contains('/'), $"{nameof(Name)} must have 1 to {LongestName} characters and no '/', but is '{Name}'."),
            (!Enum.IsDefined(CatchUp), $"{nameof(CatchUp)} must be one of its values, but is {CatchUp}."),
            (Tolerance < TimeSpan.Zero, $"{nameof(Tolerance)} must not be negative, but is {Tolerance}."),
            (MaxAttempts < 1, $"{nameof(MaxAttempts)} must be at least 1, but is {MaxAttempts}."),
            (Lease < TimeSpan.FromSeconds(1), $"{nameof(Lease)} must be at least {TimeSpan.FromSeconds(1)}, but is {Lease}."),
            (Retention <= TimeSpan.Zero, $"{nameof(Retention)} must be more than zero, but is {Retention}."),
            (string.IsNullOrEmpty(TimeProperty), $"{nameof(TimeProperty)} must not be empty."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(PeriodicalOptions), mistakes);
    }
}
