using Patterns.Local.Services.Schedules;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Scheduler;

/// <summary>Reads schedules as requests and templates describe them.</summary>
internal static class SettingsReader
{
    /// <param name="members">The request.</param>
    /// <param name="now">What rates count from when the schedule has no start.</param>
    /// <exception cref="AwsException">Something is not valid.</exception>
    public static ScheduleSettings Read(JsonMembers members, DateTimeOffset now)
    {
        var expression = members.Text("ScheduleExpression") ?? throw SchedulerErrors.Missing("scheduleExpression");
        var zone = members.Text("ScheduleExpressionTimezone");
        var (start, end) = (members.Time("StartDate"), members.Time("EndDate"));
        if (end <= now || end <= start)
        {
            throw SchedulerErrors.Validation("The EndDate you specify must come after the StartDate and lie in the future.");
        }

        return new ScheduleSettings
        {
            Expression = expression,
            Since = now,
            ZoneName = zone,
            Times = Times(expression, Zone(zone), start ?? now),
            Target = TargetReader.Read(members.Object("Target") ?? throw SchedulerErrors.Missing("target")),
            Window = Window(members.Object("FlexibleTimeWindow") ?? throw SchedulerErrors.Missing("flexibleTimeWindow")),
            Start = start,
            End = end,
            IsEnabled = OneOf(members.Text("State"), "state", "ENABLED", "DISABLED") == "ENABLED",
            DeletesItself = OneOf(members.Text("ActionAfterCompletion"), "actionAfterCompletion", "NONE", "DELETE") == "DELETE",
            Description = members.Text("Description"),
            KmsKeyArn = members.Text("KmsKeyArn"),
        };
    }

    private static ScheduleExpression Times(string text, TimeZoneInfo zone, DateTimeOffset anchor)
    {
        try
        {
            return new ScheduleParser(zone, anchor) { IsForScheduler = true, StartsAtAnchor = true }.Parse(text);
        }
        catch (ScheduleException invalid)
        {
            throw SchedulerErrors.Validation($"Invalid Schedule Expression {text}. Reason: {invalid.Message}.");
        }
    }

    private static TimeZoneInfo Zone(string? name) =>
        name is null ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw SchedulerErrors.Validation($"Invalid Schedule Expression Timezone {name}.");

    private static TimeSpan Window(JsonMembers window)
    {
        var mode = window.Text("Mode") ?? throw SchedulerErrors.Missing("flexibleTimeWindow.mode");
        var minutes = window.Number("MaximumWindowInMinutes");
        if (OneOf(mode, "flexibleTimeWindow.mode", "OFF", "FLEXIBLE") == "OFF")
        {
            return minutes is null ? TimeSpan.Zero : throw SchedulerErrors.Validation("MaximumWindowInMinutes can only be set when the mode of the flexible time window is FLEXIBLE.");
        }

        return minutes is >= 1 and <= SchedulerLimits.LongestWindowMinutes
            ? TimeSpan.FromMinutes(minutes.Value)
            : throw SchedulerErrors.Validation($"A flexible time window needs MaximumWindowInMinutes from 1 to {SchedulerLimits.LongestWindowMinutes}.");
    }

    // The first value is the default.
    private static string OneOf(string? value, string member, params ReadOnlySpan<string> values) =>
        value is null ? values[0]
        : values.Contains(value) ? value
        : throw SchedulerErrors.Constraint(value, member, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");
}
