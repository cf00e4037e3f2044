using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Workflows;

/// <summary>Workflows with typed inputs and outputs.</summary>
public static class WorkflowExtensions
{
    /// <summary>Starts a run, or finds the one that was started with the same name and input, running or ended.</summary>
    /// <remarks>The same input must give the same JSON each time: see <see cref="IWorkflow.StartAsync"/>.</remarks>
    /// <exception cref="ArgumentException">The name or the input can never be accepted.</exception>
    /// <exception cref="WorkflowException">The run could not be started, or one of that name has another input.</exception>
    public static ValueTask<WorkflowRun> StartAsync<TInput>(this IWorkflow workflow, string runName, TInput input, JsonTypeInfo<TInput> json, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return workflow.StartAsync(runName, JsonSerializer.Serialize(input, json), cancellationToken);
    }

    /// <summary>Answers a task that waits for a callback with its result.</summary>
    /// <exception cref="ArgumentException">The token is empty, or the output can never be accepted.</exception>
    /// <exception cref="WorkflowException">The answer could not be given, or the token is none.</exception>
    public static ValueTask<TaskAnswer> SucceedTaskAsync<TOutput>(this IWorkflow workflow, string taskToken, TOutput output, JsonTypeInfo<TOutput> json, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return workflow.SucceedTaskAsync(taskToken, JsonSerializer.Serialize(output, json), cancellationToken);
    }
}
