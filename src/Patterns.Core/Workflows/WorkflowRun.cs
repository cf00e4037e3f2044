namespace Patterns.Workflows;

/// <summary>One run of a workflow.</summary>
/// <param name="Name">The name that it was started with.</param>
/// <param name="Id">What the service knows it by: the execution's ARN on Step Functions.</param>
/// <param name="Status">How far it is.</param>
public sealed record WorkflowRun(string Name, string Id, WorkflowStatus Status)
{
    /// <summary>The result as JSON; null unless it succeeded.</summary>
    public string? Output { get; init; }

    /// <summary>The error's name; null unless it ended badly, and perhaps then.</summary>
    public string? Error { get; init; }

    /// <summary>What people read of the error; null unless it ended badly, and perhaps then.</summary>
    public string? Cause { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it is over, well or badly.</summary>
    public bool HasEnded => Status != WorkflowStatus.Running;
}
