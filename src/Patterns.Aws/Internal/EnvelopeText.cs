using System.Text;
using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>Bodies as text: queues and topics carry nothing else.</summary>
internal static class EnvelopeText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body, or why it cannot be sent.</summary>
    public static string? TryRead(Envelope envelope, out SendFailure? failure)
    {
        failure = null;
        try
        {
            if (envelope.Body.Length > 0)
            {
                return Strict.GetString(envelope.Body.Span);
            }

            failure = new SendFailure(envelope, "EmptyBody", "The service takes no empty messages.", IsRetryable: false);
        }
        catch (DecoderFallbackException)
        {
            failure = new SendFailure(envelope, "InvalidBody", "The body is not UTF-8 text; encode binary data, for example as Base64.", IsRetryable: false);
        }

        return null;
    }
}
