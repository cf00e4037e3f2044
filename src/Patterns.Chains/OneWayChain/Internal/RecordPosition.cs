namespace Patterns.OneWayChain.Internal;

/// <summary>Where in its chain an invocation record is.</summary>
internal static class RecordPosition
{
    /// <summary>
    /// A step says it in its output. A function that is no step has been handed a message that says it, or is the chain's start:
    /// then the chain is known by the id of its invocation.
    /// </summary>
    /// <exception cref="FormatException">A hop count is no number.</exception>
    public static ChainPosition Of(InvocationRecord record)
    {
        if (record.IsSuccess && StructuredEvent.TryRead(record.Response) is { } output)
        {
            return ChainPosition.Of(output);
        }

        var input = InputOf(record);
        return record.IsSuccess ? input.Next(record.FunctionName) : input;
    }

    private static ChainPosition InputOf(InvocationRecord record)
    {
        if (StructuredEvent.TryRead(record.Request) is { } message)
        {
            return ChainPosition.Of(message);
        }

        return InvocationRecord.TryRead(record.Request) is { IsSuccess: true } before ? Of(before) : new(record.RequestId, record.RequestId, 0);
    }
}
