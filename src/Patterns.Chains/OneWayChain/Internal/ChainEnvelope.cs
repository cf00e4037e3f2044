using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Outbound;

namespace Patterns.OneWayChain.Internal;

/// <summary>The envelopes in which a chain's messages travel.</summary>
internal static class ChainEnvelope
{
    /// <summary>The output of a step.</summary>
    public static Envelope Of<TOut>(TOut output, JsonTypeInfo<TOut> json, ChainPosition input, string step, RecordContext context) =>
        At(input.Next(step), JsonSerializer.SerializeToUtf8Bytes(output, json)) with
        {
            Key = context.Key,
            CausationId = input.MessageId,
            TraceParent = TraceOf(input, context),
        };

    /// <summary>A message that is at the position.</summary>
    public static Envelope At(ChainPosition position, byte[] body) => new()
    {
        Id = position.MessageId,
        Body = body,
        CorrelationId = position.CorrelationId ?? position.ChainId,
        Attributes = AttributesOf(position),
    };

    public static string? TraceOf(ChainPosition position, RecordContext context) =>
        Activity.Current?.Id ?? position.TraceParent ?? context.TraceParent;

    private static Dictionary<string, string> AttributesOf(ChainPosition position)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ChainAttributes.ChainId] = position.ChainId,
            [ChainAttributes.Hop] = position.Hop.ToString(CultureInfo.InvariantCulture),
        };
        if (position.SentBy is { } step)
        {
            attributes[ChainAttributes.Step] = step;
        }

        return attributes;
    }
}
