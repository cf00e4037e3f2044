using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>One attempt of a Task state.</summary>
internal sealed class TaskCall
{
    private readonly ITaskProgress _progress;

    internal TaskCall(ITaskProgress progress) => _progress = progress;

    public required TaskResource Resource { get; init; }

    public required string StateName { get; init; }

    /// <summary>The effective input: after <c>InputPath</c> and <c>Parameters</c>.</summary>
    public required JsonData Parameters { get; init; }

    /// <summary>The context object as the state saw it.</summary>
    public required JsonData Context { get; init; }

    /// <summary>The token that the parameters may carry; null for other integration patterns.</summary>
    public string? TaskToken { get; init; }

    /// <summary>How long the attempt may take; the interpreter keeps it. Null when the state says nothing.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long the attempt may be without a heartbeat; the interpreter keeps it. Null when the state says nothing.</summary>
    public TimeSpan? Heartbeat { get; init; }

    /// <summary>0 for the first attempt.</summary>
    public int RetryCount { get; init; }

    /// <summary>Writes <c>TaskStarted</c> or <c>LambdaFunctionStarted</c>; called at most once, before anything else.</summary>
    public void ReportStarted() => _progress.Started();

    /// <summary>Writes <c>TaskSubmitted</c> with the response to the request that started a job or handed the token over.</summary>
    public void ReportSubmitted(JsonData response) => _progress.Submitted(response);

    /// <summary>Starts the heartbeat's time anew.</summary>
    public void ReportHeartbeat() => _progress.Heartbeat();
}
