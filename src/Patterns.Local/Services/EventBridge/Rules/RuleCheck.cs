using System.Text.RegularExpressions;
using Patterns.Local.Services.EventBridge.Buses;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Schedules;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>What the service demands of a rule.</summary>
internal static partial class RuleCheck
{
    /// <summary>The settings with their pattern compiled, and the schedule.</summary>
    /// <exception cref="AwsException">Something is not valid.</exception>
    public static (RuleSettings Settings, ScheduleExpression? Schedule) Checked(EventBus bus, string? name, RuleSettings settings, DateTimeOffset now)
    {
        CheckName(name);
        if (string.IsNullOrEmpty(settings.PatternText) && string.IsNullOrEmpty(settings.Schedule))
        {
            throw EventBridgeErrors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        if (!bus.IsDefault && !string.IsNullOrEmpty(settings.Schedule))
        {
            throw EventBridgeErrors.Validation("ScheduleExpression is supported only on the default event bus.");
        }

        var pattern = string.IsNullOrEmpty(settings.PatternText) ? null : Pattern(settings.PatternText);
        return (settings with { Pattern = pattern }, string.IsNullOrEmpty(settings.Schedule) ? null : Schedule(settings.Schedule, now));
    }

    /// <exception cref="AwsException">It is no pattern.</exception>
    public static EventPattern Pattern(string text)
    {
        try
        {
            return EventPattern.Parse(text, PatternDialect.EventBridge);
        }
        catch (EventPatternException invalid)
        {
            throw EventBridgeErrors.InvalidPattern(invalid.Describe());
        }
    }

    // A rate counts from when the rule was made or changed.
    private static ScheduleExpression Schedule(string text, DateTimeOffset now)
    {
        try
        {
            return new ScheduleParser(TimeZoneInfo.Utc, now).Parse(text);
        }
        catch (ScheduleException invalid)
        {
            throw EventBridgeErrors.Validation($"Parameter ScheduleExpression is not valid. Reason: {invalid.Message}.");
        }
    }

    private static void CheckName(string? name)
    {
        const int Longest = 64;
        if (string.IsNullOrEmpty(name))
        {
            throw EventBridgeErrors.Missing("name");
        }

        if (name.Length > Longest)
        {
            throw EventBridgeErrors.Constraint(name, "name", "Member must have length less than or equal to 64");
        }

        if (!NamePattern().IsMatch(name))
        {
            throw EventBridgeErrors.Constraint(name, "name", @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+");
        }
    }

    [GeneratedRegex(@"^[.\-_A-Za-z0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
