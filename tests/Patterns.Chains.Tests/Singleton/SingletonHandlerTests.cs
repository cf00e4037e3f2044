using Patterns.Singleton;

namespace Patterns.Chains.Tests.Singleton;

public sealed class SingletonHandlerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;

    public SingletonHandlerTests() => _table = new InMemoryTable("leases", _time);

    [Fact]
    public async Task Messages_of_one_lease_are_handled_one_after_the_other()
    {
        var handler = Handler(WhenHeld.Wait);

        var running = handler.FunctionHandler(Events.Sqs("\"a\"", "\"a\"", "\"a\""), new FakeLambdaContext(TimeSpan.FromMinutes(1), _time));
        for (var seconds = 0; seconds < 30 && !running.IsCompleted; seconds++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty((await running).FailedIds());
        Assert.Equal([1, 2, 3], handler.Tokens);
        Assert.Equal(1, handler.MostAtATime);
    }

    [Fact]
    public async Task A_message_fails_at_once_when_it_is_not_to_wait()
    {
        await HoldAsync("a");

        var response = await Handler(WhenHeld.Fail).FunctionHandler(Events.Sqs("\"a\"", "\"b\""), new FakeLambdaContext(time: _time));

        Assert.Single(response.FailedIds());
    }

    [Fact]
    public async Task A_message_is_skipped_while_another_owner_works()
    {
        await HoldAsync("a");
        var handler = Handler(WhenHeld.Skip);
        var context = new FakeLambdaContext(time: _time);

        var response = await handler.FunctionHandler(Events.Sqs("\"a\""), context);

        Assert.Empty(response.FailedIds());
        Assert.Empty(handler.Tokens);
        Assert.Contains(context.Log.Lines, line => line.Contains("was skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_that_fails_gives_the_lease_back()
    {
        var handler = Handler(WhenHeld.Fail);
        handler.Failure = new InvalidOperationException("no");

        Assert.Single((await handler.FunctionHandler(Events.Sqs("\"a\""), new FakeLambdaContext(time: _time))).FailedIds());
        handler.Failure = null;

        Assert.Empty((await handler.FunctionHandler(Events.Sqs("\"a\""), new FakeLambdaContext(time: _time))).FailedIds());
    }

    [Fact]
    public async Task Work_whose_lease_is_lost_is_cancelled_and_fails()
    {
        var table = new FailingTable(_table);
        var handler = new OnlyOne(new LeaseStore(table, new LeaseOptions { Time = _time }), WhenHeld.Fail, _time) { Work = TimeSpan.FromMinutes(5) };
        var running = handler.HandleBatchAsync(RecordBatch.Of("m", "\"a\""u8.ToArray()), new FakeLambdaContext(TimeSpan.FromMinutes(10), _time));
        table.Failure = new Tables.TableException("The table is throttled.", isRetryable: true);

        _time.Advance(TimeSpan.FromSeconds(28));

        Assert.IsType<LeaseLostException>(Assert.Single((await running).Failures).Exception);
    }

    [Fact]
    public void Mistakes_are_listed_together()
    {
        var exception = Assert.Throws<OptionsException>(() => new OnlyOne(null!, (WhenHeld)7, _time));

        Assert.Equal("SingletonOptions: Leases and LeaseName must not be null. WhenHeld must be one of its values, but is 7.", exception.Message);
    }

    private OnlyOne Handler(WhenHeld whenHeld) => new(new LeaseStore(_table, new LeaseOptions { Time = _time }), whenHeld, _time);

    private Task<Lease?> HoldAsync(string name) => new LeaseStore(_table, new LeaseOptions { Time = _time }).TryAcquireAsync(name, CancellationToken.None);
}
