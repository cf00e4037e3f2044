using Patterns.Outbound;

namespace Patterns.Records.Internal;

/// <summary>Sends hopeless records to the failure destination, with what is known of them as attributes.</summary>
internal sealed class FailureRoute(IDestination destination, TimeProvider time)
{
    private const int LongestMessage = 256;

    private readonly OutboundWriter _writer = new(destination, new OutboundOptions { Time = time });

    /// <exception cref="SendFailedException">The destination did not take the record.</exception>
    public Task SendAsync(RecordContext context, RecordState state, Exception failure) =>
        _writer.SendAsync([Describe(context, state, failure)], context.CancellationToken);

    /// <summary>The body as it came. The most attributes are nine, so that every channel takes them.</summary>
    private Envelope Describe(RecordContext context, RecordState state, Exception failure) => new()
    {
        Id = context.MessageId,
        Body = context.CopyBody(),
        Key = context.Key,
        Source = context.SourceArn,
        Time = time.GetUtcNow(),
        CorrelationId = context.CorrelationId,
        TraceParent = context.TraceParent,
        Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FailureAttributes.Reason] = state == RecordState.Undecodable ? nameof(FailureReason.Undecodable) : nameof(FailureReason.HandlerFailed),
            [FailureAttributes.ExceptionType] = failure.GetType().Name,
            [FailureAttributes.Message] = Shorten(failure.Message),
            [FailureAttributes.Attempt] = context.Attempt.ToString(),
        },
    };

    // A message attribute must not be empty.
    private static string Shorten(string message) => message.Length switch
    {
        0 => "-",
        > LongestMessage => message[..LongestMessage],
        _ => message,
    };
}
