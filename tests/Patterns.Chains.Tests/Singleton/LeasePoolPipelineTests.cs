using Patterns.Singleton;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Singleton;

public sealed class LeasePoolPipelineTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FailingTable _table;

    public LeasePoolPipelineTests() => _table = new FailingTable(new InMemoryTable("pools", _time));

    [Fact]
    public async Task Each_record_has_a_lease_and_waits_for_it()
    {
        var handler = new Governed(Pool(), _time);

        var running = handler.FunctionHandler(Events.Sqs("\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""), new FakeLambdaContext(TimeSpan.FromMinutes(1), _time));
        for (var seconds = 0; seconds < 30 && !running.IsCompleted; seconds++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty((await running).FailedIds());
        Assert.Equal(["a", "b", "c", "d", "e"], handler.Handled.Order());
        Assert.Equal(2, handler.MostAtATime);
    }

    [Fact]
    public async Task A_record_without_a_lease_in_half_of_the_time_that_is_left_comes_again()
    {
        await Pool().TryAcquireAsync(CancellationToken.None);
        await Pool().TryAcquireAsync(CancellationToken.None);
        var handler = new Governed(Pool(), _time);

        var running = handler.HandleBatchAsync(RecordBatch.Of("m", "\"a\""u8.ToArray()), new FakeLambdaContext(TimeSpan.FromSeconds(20), _time));
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.False(running.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.IsType<LeasePoolExhaustedException>(Assert.Single((await running).Failures).Exception);
        Assert.Empty(handler.Handled);
    }

    [Fact]
    public async Task Work_whose_lease_is_lost_is_cancelled_and_fails()
    {
        var handler = new Governed(Pool(), _time) { Work = TimeSpan.FromMinutes(5) };
        var running = handler.HandleBatchAsync(RecordBatch.Of("m", "\"a\""u8.ToArray()), new FakeLambdaContext(TimeSpan.FromMinutes(10), _time));
        _table.Failure = new TableException("The table is throttled.", isRetryable: true);

        _time.Advance(TimeSpan.FromSeconds(28));

        var exception = Assert.IsType<LeaseLostException>(Assert.Single((await running).Failures).Exception);
        Assert.StartsWith("db/", exception.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_fails_gives_the_lease_back()
    {
        var handler = new Governed(Pool(), _time) { Failure = new InvalidOperationException("no") };

        Assert.Single((await handler.FunctionHandler(Events.Sqs("\"a\""), new FakeLambdaContext(time: _time))).FailedIds());

        Assert.DoesNotContain(await Pool().ReadAsync(CancellationToken.None), slot => slot.Holder is not null);
    }

    private LeasePool Pool() => new(_table, new LeasePoolOptions { Name = "db", Size = 2, Function = "orders", Time = _time });

    private sealed class Governed(LeasePool pool, TimeProvider time) : RecordHandler<string>(
        TextJson.Default.String,
        new RecordHandlerOptions { Time = time },
        pipeline => pipeline.UseLeasePool(pool))
    {
        private int _running;

        public TimeSpan Work { get; init; } = TimeSpan.FromSeconds(2);

        public Exception? Failure { get; init; }

        public List<string> Handled { get; } = [];

        public int MostAtATime { get; private set; }

        protected override async ValueTask HandleAsync(string message, RecordContext context)
        {
            MostAtATime = Math.Max(MostAtATime, Interlocked.Increment(ref _running));
            if (Failure is not null)
            {
                throw Failure;
            }

            await Task.Delay(Work, time, context.CancellationToken);
            Handled.Add(message);
            Interlocked.Decrement(ref _running);
        }
    }
}
