using Amazon.Lambda.Core;

namespace Patterns.OneWayChain.Internal;

/// <summary>Finds the place in the chain of a message that nobody will handle any more, as the step has found it.</summary>
internal sealed class PositionProbe() : RecordHandler<ChainPosition>(Of)
{
    /// <summary>The place as far as it can be read.</summary>
    public static ChainPosition Of(ReadOnlySpan<byte> body, RecordContext context)
    {
        try
        {
            return InvocationRecord.TryRead(body) is { } record ? RecordPosition.Of(record) : ChainPosition.Of(context);
        }
        catch (FormatException)
        {
            return ChainPosition.Guess(context);
        }
    }

    /// <summary>Reads the payload of a failed invocation as the function did.</summary>
    public async ValueTask<ChainPosition> FindAsync(InvocationRecord invocation, ILambdaContext context)
    {
        var probe = new ProbeContext(context, invocation.RequestId);
        try
        {
            using var payload = new MemoryStream(invocation.RequestBytes);
            await FunctionHandler(payload, probe).ConfigureAwait(false);
        }
        catch (UnknownEventException)
        {
            // A payload that no step can read starts its own chain, by the invocation's id.
        }

        return probe.Position ?? new ChainPosition(invocation.RequestId, invocation.RequestId, 0);
    }

    protected override ValueTask HandleAsync(ChainPosition message, RecordContext context)
    {
        if (context.Lambda is ProbeContext probe)
        {
            probe.Position ??= message;
        }

        return ValueTask.CompletedTask;
    }
}
