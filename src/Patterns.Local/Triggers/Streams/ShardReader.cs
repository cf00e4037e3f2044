using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Reads one shard to its end, in as many lanes as the mapping has.</summary>
internal sealed class ShardReader(StreamReading reading, Shard shard, ShardProgress progress)
{
    private readonly BatchJudge _judge = new(reading);

    /// <exception cref="OperationCanceledException">Reading was stopped; no batch is in flight any more.</exception>
    public async Task ReadAsync(CancellationToken stop)
    {
        progress.ReleaseAll();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var lanes = new Task[reading.Lanes];
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = GuardAsync(ReadLaneAsync(lane, ending.Token), ending);
        }

        await Task.WhenAll(lanes).ConfigureAwait(false);
        progress.IsFinished = true;
    }

    // A lane that ends by a fault takes the others with it, so that the fault is seen.
    private static async Task GuardAsync(Task lane, CancellationTokenSource ending)
    {
        try
        {
            await lane.ConfigureAwait(false);
        }
        catch
        {
            await ending.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReadLaneAsync(int lane, CancellationToken stop)
    {
        var collector = new LaneCollector(reading, shard, progress, lane);
        var run = new LaneRun(reading, shard, progress, _judge);
        bool isEnd;
        do
        {
            var gathered = await collector.NextAsync(stop).ConfigureAwait(false);
            if (gathered.Batch.Count > 0)
            {
                await run.RunAsync(gathered.Batch, stop).ConfigureAwait(false);
            }

            if (gathered.ClosesWindow)
            {
                await run.CloseWindowAsync(stop).ConfigureAwait(false);
            }

            isEnd = gathered.IsEnd;
        }
        while (!isEnd);
    }
}
