using System.Text;
using Patterns.Outbound;

namespace Patterns.OneWayChain.Internal;

/// <summary>The end of a chain that has failed: the message as it came, and beside it the chain, the step and the cause.</summary>
internal static class FailureRecord
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>At most ten attributes, so that every channel takes them; a body that is not text takes the place of the trace.</summary>
    public static Envelope Of(ChainPosition position, string step, FailureCause cause, byte[] body, RecordContext context)
    {
        var isText = IsText(body);
        var letter = ChainEnvelope.At(position with { SentBy = FailureAttributes.Clean(step) }, Legal(body, isText));
        var attributes = new Dictionary<string, string>(letter.Attributes, StringComparer.Ordinal)
        {
            [FailureAttributes.Message] = FailureAttributes.Clean(cause.Message),
        };
        Add(attributes, FailureAttributes.ExceptionType, cause.ErrorType is { } type ? FailureAttributes.Clean(type) : null);
        Add(attributes, FailureAttributes.Encoding, isText ? null : "base64");
        return letter with
        {
            Id = OutputId.OfFailure(position, step),
            Type = ChainAttributes.Failed,
            Key = context.Key,
            CausationId = position.MessageId,
            TraceParent = isText ? ChainEnvelope.TraceOf(position, context) : null,
            Attributes = attributes,
        };
    }

    /// <summary>A failure record as it came. What the queue knows of it besides would be an attribute too many.</summary>
    public static Envelope CopyOf(RecordContext context) => Envelope.CopyOf(context) with { Time = null, TraceParent = context.GetAttribute("traceparent") };

    /// <summary>The body as every channel takes it: text that is not empty.</summary>
    private static byte[] Legal(byte[] body, bool isText) => body.Length == 0
        ? "\"\""u8.ToArray()
        : isText ? body : Encoding.ASCII.GetBytes(Convert.ToBase64String(body));

    private static void Add(Dictionary<string, string> attributes, string name, string? value)
    {
        if (value is not null)
        {
            attributes[name] = value;
        }
    }

    /// <summary>Whether a queue takes the bytes as they are: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html.</summary>
    private static bool IsText(byte[] body)
    {
        try
        {
            return !Strict.GetString(body).Any(character => character is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
