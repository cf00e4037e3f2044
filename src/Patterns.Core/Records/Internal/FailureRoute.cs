using System.Text;
using Patterns.Outbound;

namespace Patterns.Records.Internal;

/// <summary>Sends hopeless records to the failure destination, with what is known of them as attributes.</summary>
internal sealed class FailureRoute(IDestination destination, TimeProvider time)
{
    private readonly OutboundWriter _writer = new(destination, new OutboundOptions { Time = time });

    /// <exception cref="SendFailedException">The destination did not take the record.</exception>
    public Task SendAsync(RecordContext context, RecordState state, Exception failure, CancellationToken cancellationToken) =>
        _writer.SendAsync([Describe(context, state, failure)], cancellationToken);

    /// <summary>
    /// The body as it came, and at most ten attributes, so that every channel takes them. The id has the attempt in it: a record
    /// that is sent back and fails again is a new letter.
    /// </summary>
    private static Envelope Describe(RecordContext context, RecordState state, Exception failure)
    {
        var body = context.CopyBody();
        var isText = FailureText.IsText(body);
        return new Envelope
        {
            Id = $"{context.Id}-{context.Attempt}",
            Body = isText ? body : Encoding.ASCII.GetBytes(Convert.ToBase64String(body)),
            Key = context.Key,
            Source = context.SourceArn,
            CorrelationId = context.CorrelationId,
            CausationId = context.MessageId,
            TraceParent = context.TraceParent,
            Attributes = Attributes(context, state, failure, isText),
        };
    }

    private static Dictionary<string, string> Attributes(RecordContext context, RecordState state, Exception failure, bool isText)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FailureAttributes.Reason] = state == RecordState.Undecodable ? nameof(FailureReason.Undecodable) : nameof(FailureReason.HandlerFailed),
            [FailureAttributes.ExceptionType] = failure.GetType().Name,
            [FailureAttributes.Message] = FailureText.Clean(failure.Message),
            [FailureAttributes.Attempt] = context.Attempt.ToString(),
        };
        if (!isText)
        {
            attributes[FailureAttributes.Encoding] = "base64";
        }

        return attributes;
    }
}
