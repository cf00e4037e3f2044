using System.Text;
using Amazon.Lambda.Core;
using Patterns.Limits;

namespace Patterns.FanIn.Internal;

/// <summary>Counts parts, those of one aggregate that come at the same time together, and then brings the aggregate on.</summary>
internal sealed class PartIntake
{
    /// <summary>The most that the body of a part may have; the rest of its item has room besides.</summary>
    public const int MostBodyBytes = ServiceLimits.DynamoDbItemBytes - ItemRest;

    // A transaction has the head and its timer besides the parts, and keys and the rest of an item take at most what is kept back.
    private const int MostParts = ServiceLimits.DynamoDbTransactionActions - 2;
    private const int ItemRest = 8192;

    private readonly FanInStore _store;
    private readonly Advance _advance;
    private readonly KeyedLines<Arrival, CountedPart> _lines;

    public PartIntake(FanInStore store, Advance advance)
    {
        _store = store;
        _advance = advance;
        _lines = new(TakeAsync, IsFull);
    }

    /// <summary>Brings an aggregate on.</summary>
    /// <param name="correlationId">Which one.</param>
    /// <param name="resumes">Whether to go on also with what somebody else has begun.</param>
    /// <param name="logger">The invocation's.</param>
    /// <param name="cancellationToken">The deadline.</param>
    public delegate ValueTask Advance(string correlationId, bool resumes, ILambdaLogger? logger, CancellationToken cancellationToken);

    /// <exception cref="FanInConflictException">The part says another number of parts than was said before.</exception>
    public async ValueTask<PartFate> TakeAsync(string correlationId, NewPart part, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        var counted = await _lines.RunAsync(correlationId, new Arrival(part, logger), cancellationToken).ConfigureAwait(false);
        return counted.Fate == PartFate.Conflicting
            ? throw new FanInConflictException(correlationId, counted.Known!.Value, part.Expected!.Value)
            : counted.Fate;
    }

    private static bool IsFull(IReadOnlyList<Arrival> group, Arrival next) =>
        group.Count == MostParts || group.Append(next).Sum(arrival => arrival.Bytes) > ServiceLimits.DynamoDbTransactionBytes - ServiceLimits.DynamoDbItemBytes;

    /// <summary>A part that was counted before may be here again because the one who counted it died before the aggregate's end.</summary>
    private async ValueTask<IReadOnlyList<CountedPart>> TakeAsync(string correlationId, IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        var counted = await _store.Counter.CountAsync(correlationId, [.. arrivals.Select(arrival => arrival.Part)], cancellationToken).ConfigureAwait(false);
        var isAgain = counted.Any(part => part.Fate == PartFate.Known);
        if (isAgain || counted.Any(part => part.Fate == PartFate.Counted))
        {
            await _advance(correlationId, isAgain, arrivals[0].Logger, cancellationToken).ConfigureAwait(false);
        }

        return counted;
    }

    private sealed class Arrival(NewPart part, ILambdaLogger? logger)
    {
        public NewPart Part => part;

        public ILambdaLogger? Logger => logger;

        public int Bytes { get; } = Encoding.UTF8.GetByteCount(part.Body) + ItemRest;
    }
}
