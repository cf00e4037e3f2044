using System.Text;

namespace Patterns.FanOut.Internal;

/// <summary>Runs the aggregates that a batch of stream records names, side by side and within the deadline.</summary>
internal sealed class OutboxPublication(OutboxPublisher publisher, OutboxRelayOptions options)
    : RecordHandler<string>((body, _) => Encoding.UTF8.GetString(body), options.Handler)
{
    protected override async ValueTask HandleAsync(string message, RecordContext context) =>
        await publisher.DrainAsync(message, through: null, context, new Tally()).ConfigureAwait(false);
}
