using Patterns.Outbound;

namespace Patterns.OneWayChain.Internal;

/// <summary>Stands around a step and its behaviours, and makes failure records of messages that no retry can help.</summary>
internal sealed class FailureRoute(ChainLinkOptions link, Func<Exception, bool> isNonRetryable)
{
    private readonly SharedOutboundWriter _failures = new(link.Failures, link.Outbound);

    public RecordStep<ChainMessage<TMessage>> Wrap<TMessage>(RecordStep<ChainMessage<TMessage>> next) => async (message, context) =>
    {
        try
        {
            StepGuard.Check(message, link.Step, link.MaxHops);
            await next(message, context).ConfigureAwait(false);
        }
        catch (Exception failure) when (message.Failure is not null || isNonRetryable(failure))
        {
            await RecordAsync(failure, message.Position, context).ConfigureAwait(false);
        }
    };

    /// <exception cref="SendFailedException">The failure record was not taken, and the message comes again.</exception>
    private async ValueTask RecordAsync(Exception failure, ChainPosition position, RecordContext context)
    {
        var cause = new FailureCause(failure.GetType().Name, failure.Message);
        var letter = FailureRecord.Of(position, link.Step, cause, context.CopyMessage(), context);
        await _failures.SendAsync(letter, context.GraceToken).ConfigureAwait(false);
        ChainLog.Failed(context.Lambda.Logger, position, link.Step, failure);
        ChainMeter.CountFailed(link.Step);
    }
}
