using System.Text.RegularExpressions;

namespace Patterns.Local.Services.Scheduler;

/// <summary>What schedules and groups may be called.</summary>
internal static partial class ScheduleNames
{
    /// <exception cref="AwsException">The name is not valid.</exception>
    public static void Check(string name, string member)
    {
        if (name.Length is 0 or > SchedulerLimits.NameLength)
        {
            throw SchedulerErrors.Constraint(name, member, $"Member must have length less than or equal to {SchedulerLimits.NameLength}");
        }

        if (!Pattern().IsMatch(name))
        {
            throw SchedulerErrors.Constraint(name, member, "Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$");
        }
    }

    [GeneratedRegex(@"^[0-9a-zA-Z_.-]+\z", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
