namespace Patterns.Local.Stacks;

/// <summary>Something on a schedule, as people see it.</summary>
/// <param name="Name">The name in the template, else that of the rule or schedule.</param>
/// <param name="Arn">The rule or schedule.</param>
/// <param name="Expression">When it runs.</param>
/// <param name="Due">When it runs next; null when it does not.</param>
/// <param name="Run">Runs it at once.</param>
internal sealed record Tick(string Name, string Arn, string Expression, DateTimeOffset? Due, Action Run);
