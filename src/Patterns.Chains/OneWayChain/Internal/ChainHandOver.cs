using System.Text.Json.Serialization.Metadata;
using Patterns.Chains.Internal;
using Patterns.Outbound;

namespace Patterns.OneWayChain.Internal;

/// <summary>Takes a step's output to the next step, or to where completions are reported.</summary>
internal sealed class ChainHandOver<TOut>(ChainLinkOptions link, JsonTypeInfo<TOut> json)
{
    private readonly SharedOutboundWriter _writer = new((link.Next ?? link.Completed)!, link.Outbound);

    public Envelope Envelop(TOut output, ChainPosition input, RecordContext context) =>
        ChainEnvelope.Of(output, json, input, link.Step, context) with
        {
            Type = link.Completed is null ? link.OutputType : ChainAttributes.Completed,
        };

    /// <exception cref="SendFailedException">The output was not taken; it may be the next time.</exception>
    /// <exception cref="NonRetryableException">The output cannot be taken.</exception>
    public async ValueTask SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            await _writer.SendAsync(envelope, cancellationToken).ConfigureAwait(false);
        }
        catch (SendFailedException refusal) when (HandOver.IsHopeless(refusal))
        {
            throw HandOver.Hopeless($"step {link.Step}", refusal);
        }

        ChainMeter.CountDone(link.Step, isLast: link.Completed is not null);
    }
}
