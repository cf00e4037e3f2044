using System.Text;
using Patterns.Limits;
using Patterns.Outbound;
using Patterns.TwoWayChain.Internal;
using Patterns.Workflows;

namespace Patterns.TwoWayChain;

/// <summary>A place for the reply to a request that a workflow made: the task that waits for a callback with its token.</summary>
/// <remarks>
/// Guarantee: of several replies the first one counts. One that comes when nobody waits any more is taken, counted as late, and has no effect. A reply
/// that did not succeed fails the task, with its outcome as the error.
/// </remarks>
/// <example><code>ReplyTo = text => text.StartsWith("task:") ? new TaskReplies(workflow, text["task:".Length..]) : null</code></example>
/// <param name="workflow">The workflow.</param>
/// <param name="taskToken">What the run handed out for the task. Keep it out of logs: whoever has it can answer.</param>
public sealed class TaskReplies(IWorkflow workflow, string taskToken) : IDestination
{
    private readonly IWorkflow _workflow = workflow ?? throw new ArgumentNullException(nameof(workflow));
    private readonly string _taskToken = taskToken is { Length: > 0 } ? taskToken : throw new ArgumentException("The token is empty.", nameof(taskToken));

    /// <inheritdoc/>
    public string Name => $"a task of {_workflow.Name}";

    /// <inheritdoc/>
    public DestinationLimits Limits { get; } =
        new(MaxEntries: 1, ServiceLimits.StepFunctionsPayloadBytes, ServiceLimits.StepFunctionsPayloadBytes, ServiceLimits.SqsMessageAttributes);

    /// <inheritdoc/>
    public bool KeepsOrder => false;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        var failures = new List<SendFailure>();
        foreach (var envelope in envelopes)
        {
            try
            {
                RequestMeter.Count(await AnswerAsync(envelope, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is WorkflowException or ArgumentException)
            {
                var isRetryable = exception is WorkflowException { IsRetryable: true };
                failures.Add(new SendFailure(envelope, exception.GetType().Name, exception.Message, isRetryable) { Exception = exception });
            }
        }

        return failures;
    }

    private ValueTask<TaskAnswer> AnswerAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var outcome = envelope.Attributes.GetValueOrDefault(ReplyAttributes.Outcome) ?? ReplyAttributes.Succeeded;
        return outcome == ReplyAttributes.Succeeded
            ? _workflow.SucceedTaskAsync(_taskToken, Encoding.UTF8.GetString(envelope.Body.Span), cancellationToken)
            : _workflow.FailTaskAsync(_taskToken, outcome, envelope.Attributes.GetValueOrDefault(ReplyAttributes.Error) ?? "", cancellationToken);
    }
}
