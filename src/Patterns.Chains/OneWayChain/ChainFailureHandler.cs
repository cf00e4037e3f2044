using Patterns.OneWayChain.Internal;
using Patterns.Outbound;

namespace Patterns.OneWayChain;

/// <summary>
/// Makes failure records of what ends elsewhere: of messages whose queue has moved them to its dead letters, and of the invocations
/// that Lambda reports to an on-failure destination.
/// </summary>
/// <remarks>
/// <para>A failure record that comes here is handed on as it is. Message bodies are not read as the steps' messages.</para>
/// <para>Guarantee: at-least-once. The same failure has the same id.</para>
/// </remarks>
public abstract class ChainFailureHandler : RecordHandler<ReadOnlyMemory<byte>>
{
    private const string TriesUsedUp = "It was not handled within the tries that its queue allows.";

    private readonly ChainFailureOptions _failures;
    private readonly SharedOutboundWriter _writer;
    private readonly PositionProbe _probe = new();

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="failures">Where failure records go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ChainFailureHandler(ChainFailureOptions failures, RecordHandlerOptions? options = null)
        : base(static (body, _) => body.ToArray(), options)
    {
        ArgumentNullException.ThrowIfNull(failures);
        _failures = failures.Validated();
        _writer = new SharedOutboundWriter(failures.Failures, failures.Outbound);
    }

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(ReadOnlyMemory<byte> message, RecordContext context)
    {
        if (context.EventName == ChainAttributes.Failed)
        {
            await _writer.SendAsync(FailureRecord.CopyOf(context), context.CancellationToken).ConfigureAwait(false);
            return;
        }

        var failure = InvocationRecord.TryRead(message.Span) is { IsSuccess: false } invocation
            ? await OfInvocationAsync(invocation, context).ConfigureAwait(false)
            : OfDeadLetter(message, context);
        var letter = FailureRecord.Of(failure.Position, failure.Step, failure.Cause, failure.Body, context);
        await _writer.SendAsync(letter, context.CancellationToken).ConfigureAwait(false);
        ChainLog.Buried(context.Lambda.Logger, failure.Position, failure.Step, failure.Cause);
        ChainMeter.CountFailed(failure.Step);
    }

    /// <summary>The chain is where the failed invocation's payload says, which is any event that invokes a function.</summary>
    private async ValueTask<DeadMessage> OfInvocationAsync(InvocationRecord invocation, RecordContext context)
    {
        var position = await _probe.FindAsync(invocation, context.Lambda).ConfigureAwait(false);
        var cause = new FailureCause(invocation.ErrorType, invocation.ErrorMessage ?? $"The function failed: {invocation.Condition}.");
        return new(position, _failures.StepOf(invocation.FunctionName), cause, invocation.RequestBytes);
    }

    private DeadMessage OfDeadLetter(ReadOnlyMemory<byte> message, RecordContext context)
    {
        var cause = new FailureCause(context.GetAttribute(FailureAttributes.ExceptionType), context.GetAttribute(FailureAttributes.Message) ?? TriesUsedUp);
        var queue = context.SourceArn[(context.SourceArn.LastIndexOf(':') + 1)..];
        return new(PositionProbe.Of(message.Span, context), _failures.StepOf(queue is "" ? context.Source.ToString() : queue), cause, message.ToArray());
    }

    private readonly record struct DeadMessage(ChainPosition Position, string Step, FailureCause Cause, byte[] Body);
}
