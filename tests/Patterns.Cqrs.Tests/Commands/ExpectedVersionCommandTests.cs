using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Commands;

public sealed class ExpectedVersionCommandTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_state_is_changed_with_the_key_and_the_reply_names_its_version()
    {
        var handler = new SetBalanceHandler(_desk.Bank);
        var router = _desk.Router(_desk.Bank.Table, handler);

        var first = await router.RunAsync(Desk.Request("k1", "a", 5) with { ExpectedVersion = 0 }, default);
        var again = await router.RunAsync(Desk.Request("k1", "a", 5) with { ExpectedVersion = 0 }, default);
        var next = await router.RunAsync(Desk.Request("k2", "a", 6) with { ExpectedVersion = 1 }, default);
        var stale = await router.RunAsync(Desk.Request("k3", "a", 7) with { ExpectedVersion = 1 }, default);

        Assert.Equal(("5", "account/a@1", false), (first.ResultJson, first.ViewToken.ToString(), first.IsStale));
        Assert.Equal(("5", "account/a@1", true), (again.ResultJson, again.ViewToken.ToString(), again.IsReplayed));
        Assert.Equal(("11", "account/a@2"), (next.ResultJson, next.ViewToken.ToString()));
        Assert.Equal((false, true, "stale-version", "account/a@2"), (stale.IsAccepted, stale.IsStale, stale.RefusalCode, stale.ViewToken.ToString()));
        Assert.Equal(new ViewToken("account", "a", 2), Assert.Throws<StaleVersionException>(stale.ThrowIfRefused).Found);
        Assert.Equal(11, (await handler.States.FindAsync("a", default))!.State!.Balance);
    }

    [Fact]
    public async Task A_repetition_that_expects_another_version_is_another_command()
    {
        await _desk.Naming().RunAsync(Desk.Request("k", "a", 5), default);

        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await _desk.Naming().RunAsync(Desk.Request("k", "a", 5) with { ExpectedVersion = 0 }, default));
    }

    [Fact]
    public async Task A_command_of_a_queue_that_expects_another_version_goes_to_the_failure_destination()
    {
        var failures = new InMemoryDestination("failures");
        var handler = new QueuedCommands(_desk.Naming(), new() { FailureDestination = failures });

        var reply = await handler.FunctionHandler(
            Events.Sqs("""{"name":"money.move","version":2,"key":"k","expectedVersion":1,"arguments":{"Account":"a","Amounts":[5]}}"""),
            new FakeLambdaContext(time: _desk.Bank.Time));

        Assert.Empty(reply.FailedIds());
        Assert.Single(failures.Received);
        Assert.Empty(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_version_that_names_no_aggregate_is_an_error_of_the_handler()
    {
        var router = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)
        {
            Before = context =>
            {
                context.ViewToken = new ViewToken("account", "a", 1);
                context.ViewToken = null;
                context.ViewToken = new ViewToken("account", "", 1);
                return default;
            },
        });

        var failure = await Assert.ThrowsAsync<ArgumentException>(async () => await router.RunAsync(Desk.Request("k", "a", 5), default));

        Assert.Equal("'account/@1' names no version of an aggregate. (Parameter 'value')", failure.Message);
    }

    private sealed class QueuedCommands(CommandRouter router, RecordHandlerOptions options) : CommandQueueHandler(router, options);
}
