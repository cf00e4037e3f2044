using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>One run of the sweeper.</summary>
internal sealed class OutboxSweep(Outbox outbox, OutboxPublisher publisher, OutboxRelayOptions relay, OutboxSweeperOptions options)
    : RecordHandler<string>((_, _) => "", relay.Handler)
{
    private readonly Tally _tally = new();

    public int Published => _tally.Count;

    /// <summary>Runs until nothing is due, enough is published, or time runs out; what is left waits for the next run.</summary>
    protected override async ValueTask HandleAsync(string message, RecordContext context)
    {
        var failures = new ConcurrentQueue<Exception>();
        try
        {
            await SweepAsync(context, failures).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The next run goes on.
        }
        catch (Exception exception) when (!failures.IsEmpty)
        {
            failures.Enqueue(exception);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>An aggregate that cannot be read or written does not keep the others from being published.</summary>
    private Task SweepAsync(RecordContext context, ConcurrentQueue<Exception> failures)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = relay.MaxParallelism };
        return Parallel.ForEachAsync(FindStragglersAsync(context.CancellationToken), parallel, async (straggler, _) =>
        {
            try
            {
                await publisher.DrainAsync(straggler.Aggregate, straggler.Through, context, _tally).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
            {
                failures.Enqueue(exception);
            }
        });
    }

    /// <summary>The aggregates with rows that are due. Runs begin at different buckets, so that none is always the last.</summary>
    private async IAsyncEnumerable<Straggler> FindStragglersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = relay.Time.GetUtcNow();
        var first = (int)(now.ToUnixTimeSeconds() / 60 % outbox.Layout.Buckets);
        for (var turn = 0; turn < outbox.Layout.Buckets; turn++)
        {
            var bucket = (first + turn) % outbox.Layout.Buckets;
            await foreach (var straggler in FindStragglersAsync(bucket, now, cancellationToken).ConfigureAwait(false))
            {
                if (cancellationToken.IsCancellationRequested || _tally.Count >= options.MaxMessages)
                {
                    yield break;
                }

                yield return straggler;
            }
        }
    }

    /// <summary>Rows of one aggregate are beside each other.</summary>
    private async IAsyncEnumerable<Straggler> FindStragglersAsync(int bucket, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StragglerSearch? search = null;
        await foreach (var item in outbox.Table.QueryAsync(new TableQuery(outbox.Layout.Partition(bucket)), cancellationToken).ConfigureAwait(false))
        {
            var aggregate = item[RowNames.Aggregate] is { Kind: TableValueKind.String } name ? name.GetString() : null;
            if (search is not null && !string.Equals(search.Aggregate, aggregate, StringComparison.Ordinal))
            {
                if (search.Found is { } found)
                {
                    yield return found;
                }

                search = null;
            }

            if (aggregate is not null)
            {
                (search ??= new StragglerSearch(aggregate, now, options.MinAge)).Look(item);
            }
        }

        if (search?.Found is { } last)
        {
            yield return last;
        }
    }
}
