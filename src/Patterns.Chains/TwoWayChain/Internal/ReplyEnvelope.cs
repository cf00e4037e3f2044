using System.Diagnostics;
using Patterns.Outbound;

namespace Patterns.TwoWayChain.Internal;

/// <summary>The message that carries a reply. All but the trace is the same every time that it is sent.</summary>
internal static class ReplyEnvelope
{
    public static Envelope Of(string correlationId, string outcome, ReadOnlyMemory<byte> body, string? error, string? type, string? source)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [ReplyAttributes.Outcome] = outcome };
        if (error is { Length: > 0 })
        {
            attributes[ReplyAttributes.Error] = FailureAttributes.Clean(error);
        }

        return new Envelope
        {
            Id = $"{correlationId}/reply",
            Body = body,
            Type = type,
            Source = source,
            Key = correlationId,
            CorrelationId = correlationId,
            TraceParent = Activity.Current?.Id,
            Attributes = attributes,
        };
    }
}
