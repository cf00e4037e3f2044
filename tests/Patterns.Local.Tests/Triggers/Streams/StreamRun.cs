using System.Text.Json;
using Patterns.Local.Services.Streams;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>Lets a mapping read the records of a plan to the end, and keeps the books.</summary>
internal sealed class StreamRun : IAsyncDisposable
{
    private readonly StreamPlan _plan;
    private readonly PlannedFunction _function;
    private readonly StreamWorld _world;
    private readonly int _half;

    public StreamRun(StreamPlan plan)
    {
        _plan = plan;
        _function = new PlannedFunction(plan);
        _world = new StreamWorld(invoker: _function);
        _half = plan.Records.Length / 2;
        _function.CheckProgress = CheckProgress;
    }

    public async Task CheckAsync()
    {
        Put(0, _half, _world.Shard);
        await MapAsync();
        if (_plan.ChangesMapping)
        {
            await _world.UpdateAsync(settings => settings with { IsEnabled = false });
            await _world.UpdateAsync(settings => settings with { IsEnabled = true, BatchSize = 1 + (_plan.BatchSize / 2), Stream = settings.Stream with { ParallelizationFactor = 5 - _plan.Lanes } });
        }

        if (_plan.SplitsShard)
        {
            _world.Shard.Close();
        }

        Put(_half, _plan.Records.Length, _plan.SplitsShard ? _world.Stream.AddShard("shard-2", $"{_half}", "shard-1") : _world.Shard);
        await Eventually.BecomesTrueAsync(IsDone);

        Assert.Empty(_function.Broken);
        Assert.Equal(Wanted(), _function.Succeeded.Union(Discarded()).Order());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task MapAsync() => _world.MapAsync(
        stream => stream with
        {
            ParallelizationFactor = _plan.Lanes,
            MaximumRetryAttempts = _plan.Retries,
            BisectsBatchOnFunctionError = _plan.Bisects,
            OnFailure = StreamWorld.Queue,
        },
        settings => settings with { BatchSize = _plan.BatchSize, ReportsBatchItemFailures = _plan.Reports, Filters = ["""{"padding":[{"exists":false}]}"""] });

    private void Put(int from, int to, Shard shard)
    {
        for (var i = from; i < to; i++)
        {
            _world.PutKey(_plan.Records[i].Key, shard, _plan.Records[i].IsWanted ? "" : "unwanted");
        }
    }

    /// <summary>The shards with the numbers of their records.</summary>
    private IEnumerable<(string Id, IEnumerable<int> Numbers)> Shards() => _plan.SplitsShard
        ? [("shard-1", Enumerable.Range(1, _half)), ("shard-2", Enumerable.Range(_half + 1, _plan.Records.Length - _half))]
        : [("shard-1", Enumerable.Range(1, _plan.Records.Length))];

    private bool IsDone()
    {
        var clock = _world.Lambda.Clock;
        if (clock.Timers is { Count: > 0 } timers && timers.Min() is var due && due > clock.GetUtcNow())
        {
            clock.Advance(due - clock.GetUtcNow());
        }

        return _function.Broken.Count > 0 || Shards().All(shard => _world.Mapping.Progress.Of(shard.Id).Checkpoint == shard.Numbers.Count());
    }

    private IEnumerable<int> Wanted() => Enumerable.Range(1, _plan.Records.Length).Where(number => _plan.Records[number - 1].IsWanted);

    private IEnumerable<int> Discarded() => _world.Lambda.Targets.Deliveries.SelectMany(delivery => Discarded(delivery.Delivery.Body));

    /// <summary>The records that a failure record stands for: those of the invocation that it names.</summary>
    private List<int> Discarded(string failureRecord)
    {
        var record = JsonElement.Parse(failureRecord);
        var numbers = _function.Batches[record.GetProperty("requestContext").GetProperty("requestId").GetString()!];
        Assert.Equal(numbers.Count, record.GetProperty("KinesisBatchInfo").GetProperty("batchSize").GetInt32());
        return numbers;
    }

    private void CheckProgress(Action<string> broken)
    {
        if (_world.Lambda.Service.Mappings.List() is not [var mapping])
        {
            return;
        }

        // In this order: what another lane gives up meanwhile is told of before its checkpoint moves.
        var checkpoints = Shards().Select(shard => (int)mapping.Progress.Of(shard.Id).Checkpoint).ToList();
        var told = Discarded().ToHashSet();
        foreach (var ((_, numbers), checkpoint) in Shards().Zip(checkpoints))
        {
            if (numbers.Take(checkpoint).Any(number => _plan.Records[number - 1].IsWanted && !_function.Succeeded.Contains(number) && !told.Contains(number)))
            {
                broken("the checkpoint passed a record that is not done");
            }
        }
    }
}
