namespace Patterns.Local.Services.StepFunctions.Language;

/// <summary>The resource of a Task state, taken apart.</summary>
internal sealed class TaskResource
{
    private const string IntegrationPrefix = ":states:::";

    private TaskResource(string arn, string service, string action, IntegrationPattern pattern, bool isFunction)
    {
        Arn = arn;
        Service = service;
        Action = action;
        Pattern = pattern;
        IsFunction = isFunction;
    }

    /// <summary>The text of the definition.</summary>
    public string Arn { get; }

    /// <summary><c>lambda</c>, <c>sqs</c>, <c>aws-sdk:dynamodb</c>; the history's <c>resourceType</c>.</summary>
    public string Service { get; }

    /// <summary><c>invoke</c>, <c>sendMessage</c>, without the suffix of the pattern.</summary>
    public string Action { get; }

    public IntegrationPattern Pattern { get; }

    /// <summary>True for a function's own ARN: its payload is the task's parameters, and its result the task's output.</summary>
    public bool IsFunction { get; }

    /// <summary>The action with the pattern's suffix: the history's <c>resource</c>.</summary>
    public string ActionWithPattern => Action + Pattern switch
    {
        IntegrationPattern.RunJob => ".sync",
        IntegrationPattern.RunJobJson => ".sync:2",
        IntegrationPattern.WaitForTaskToken => ".waitForTaskToken",
        _ => string.Empty,
    };

    /// <returns>Null when the text is no resource that a task can have.</returns>
    public static TaskResource? Parse(string arn)
    {
        var parts = arn.Split(':', 7);
        if (parts.Length < 6 || parts[0] != "arn" || parts[1].Length == 0)
        {
            return null;
        }

        if (parts is [_, _, "lambda", _, _, "function", { Length: > 0 }])
        {
            return new TaskResource(arn, "lambda", "invoke", IntegrationPattern.RequestResponse, isFunction: true);
        }

        var start = arn.IndexOf(IntegrationPrefix, StringComparison.Ordinal);
        return start == parts[0].Length + 1 + parts[1].Length ? Integration(arn, arn[(start + IntegrationPrefix.Length)..]) : null;
    }

    private static TaskResource? Integration(string arn, string rest)
    {
        var (name, pattern) = Split(rest);
        var end = name.LastIndexOf(':');
        return end > 0 && end < name.Length - 1
            ? new TaskResource(arn, name[..end], name[(end + 1)..], pattern, isFunction: false)
            : null;
    }

    private static (string Name, IntegrationPattern Pattern) Split(string rest)
    {
        foreach (var (suffix, pattern) in Suffixes)
        {
            if (rest.EndsWith(suffix, StringComparison.Ordinal))
            {
                return (rest[..^suffix.Length], pattern);
            }
        }

        return (rest, IntegrationPattern.RequestResponse);
    }

    private static readonly (string Suffix, IntegrationPattern Pattern)[] Suffixes =
    [
        (".sync:2", IntegrationPattern.RunJobJson),
        (".sync", IntegrationPattern.RunJob),
        (".waitForTaskToken", IntegrationPattern.WaitForTaskToken),
    ];
}
