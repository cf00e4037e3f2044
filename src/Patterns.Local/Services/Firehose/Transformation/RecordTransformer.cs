using Patterns.Local.Functions;
using Patterns.Local.Services.Firehose.Delivery;
using Patterns.Local.Services.Firehose.Settings;

namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>Hands batches to the function, again when it fails.</summary>
internal sealed class RecordTransformer(TransformSettings settings, DeliveryNames names, string trigger, IFunctionInvoker invoker, TimeProvider time)
{
    private static readonly TimeSpan s_retryDelay = TimeSpan.FromSeconds(1);

    public async Task<TransformOutcome> RunAsync(IReadOnlyList<FirehoseRecord> records)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (reply, failure) = await InvokeAsync(records).ConfigureAwait(false);
            if (failure is null || attempt > settings.Retries)
            {
                return new TransformOutcome(reply, failure, attempt);
            }

            // A reply that cannot be read is no failure of the invocation, and comes as it is every time.
            if (failure == TransformFailure.UnreadableReply)
            {
                return new TransformOutcome(null, failure, attempt);
            }

            await Task.Delay(s_retryDelay, time).ConfigureAwait(false);
        }
    }

    private async Task<(TransformReply? Reply, TransformFailure? Failure)> InvokeAsync(IReadOnlyList<FirehoseRecord> records)
    {
        try
        {
            var options = new InvocationOptions { Origin = new InvocationOrigin(trigger, records.Count) };
            var result = await invoker.InvokeAsync(settings.FunctionName, TransformEvent.Write(records, names), options, CancellationToken.None).ConfigureAwait(false);
            if (!result.Succeeded)
            {
                return (null, TransformFailure.FunctionError);
            }

            return TransformReply.Read(result.Payload) is { } reply ? (reply, null) : (null, TransformFailure.UnreadableReply);
        }
        catch (AwsException exception)
        {
            return (null, exception.Status switch
            {
                404 => TransformFailure.FunctionMissing,
                429 => TransformFailure.Throttled,
                _ => new TransformFailure("Lambda.FunctionError", exception.Message),
            });
        }
    }
}
