using Patterns.Http;

namespace Patterns.Cqrs.Tests.Commands;

public sealed class CommandQueueHandlerTests
{
    private readonly Desk _desk = new();
    private readonly InMemoryDestination _failures = new("failures");

    [Fact]
    public async Task Commands_of_a_queue_take_effect_once_however_often_they_come()
    {
        var batch = Events.Sqs(Move("k1", "a", 5), Move("k2", "b", 6), Move("k1", "a", 5));

        Assert.Empty((await HandleAsync(batch)).FailedIds());
        Assert.Empty((await HandleAsync(Events.Sqs(Move("k2", "b", 6)))).FailedIds());

        Assert.Single(await _desk.Bank.HistoryAsync("a"));
        Assert.Single(await _desk.Bank.HistoryAsync("b"));
        Assert.Empty(_failures.Received);
    }

    [Fact]
    public async Task A_command_without_a_key_has_the_id_of_its_message()
    {
        var record = new SqsRecord("""{"name":"money.move","version":2,"arguments":{"Account":"a","Amounts":[5]}}""") { MessageId = "m-1" };

        await HandleAsync(Events.Sqs(record));
        await HandleAsync(Events.Sqs(record));

        Assert.Matches("^queue:arn:aws:sqs:.*/m-1$", Assert.Single(await _desk.Bank.HistoryAsync("a")).Metadata.CommandKey);
    }

    [Fact]
    public async Task Two_messages_of_two_sources_with_one_id_are_two_commands()
    {
        await HandleAsync(Events.Sqs(Sent("shop", "1"), Sent("app", "1"), Sent("app", "1")));

        Assert.Equal(["queue:shop/1", "queue:app/1"], (await _desk.Bank.HistoryAsync("a")).Select(stored => stored.Metadata.CommandKey));
        Assert.Empty(_failures.Received);
    }

    [Fact]
    public async Task A_source_and_an_id_that_make_no_key_are_hashed()
    {
        await HandleAsync(Events.Sqs(Sent(new string('s', 900), new string('i', 200)), Sent("a\nb", "1"), Sent("shop", "a/b")));

        Assert.Empty(_failures.Received);
        Assert.Collection(
            (await _desk.Bank.HistoryAsync("a")).Select(stored => stored.Metadata.CommandKey),
            key => Assert.Matches("^queue:[0-9A-F]{64}$", key),
            key => Assert.Matches("^queue:[0-9A-F]{64}$", key),
            key => Assert.Equal("queue:shop/a%2Fb", key));
    }

    [Theory]
    [InlineData(98, 98, false)]
    [InlineData(99, 99, true)]
    [InlineData(2, 1, true)]
    public async Task A_command_whose_writes_fit_into_no_transaction_goes_to_the_failure_destination(int writes, int items, bool isHopeless)
    {
        var router = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)
        {
            IsQuiet = true,
            Before = context =>
            {
                for (var write = 0; write < writes; write++)
                {
                    context.Enlist(new TablePut(new TableItem(new("x", $"{write % items}"))));
                }

                return default;
            },
        });

        var reply = await new Handler(router, new() { FailureDestination = _failures })
            .FunctionHandler(Events.Sqs(Move("k", "a", 5)), new FakeLambdaContext(time: _desk.Bank.Time));

        Assert.Equal((0, isHopeless ? 1 : 0), (reply.FailedIds().Count, _failures.Received.Count));
        Assert.Equal(isHopeless ? 0 : items, _desk.Bank.Table.Items.Count(item => item.Key.Partition == "x"));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(408, false)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    public async Task A_problem_of_a_handler_that_no_retry_can_help_goes_to_the_failure_destination(int status, bool isHopeless)
    {
        var router = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { Before = _ => throw new ProblemException(new Problem(status, "No.")) });

        var reply = await new Handler(router, new() { FailureDestination = _failures })
            .FunctionHandler(Events.Sqs(Move("k", "a", 5)), new FakeLambdaContext(time: _desk.Bank.Time));

        Assert.Equal(isHopeless ? (0, 1) : (1, 0), (reply.FailedIds().Count, _failures.Received.Count));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"name":"money.burn","key":"k"}""")]
    [InlineData("""{"name":"money.move","key":"k","version":2,"arguments":{"Account":"vault","Amounts":[1]}}""")]
    [InlineData("""{"name":"money.move","key":"k","version":2,"arguments":{"Account":"a","Amounts":[-1]}}""")]
    [InlineData("""{"name":"money.move","key":"used","version":2,"arguments":{"Account":"a","Amounts":[2]}}""")]
    public async Task A_command_that_no_retry_can_help_goes_to_the_failure_destination_and_its_neighbours_go_on(string body)
    {
        await HandleAsync(Events.Sqs(Move("used", "b", 1)));

        var reply = await HandleAsync(Events.Sqs(body, Move("k2", "c", 6)));

        Assert.Empty(reply.FailedIds());
        Assert.Single(_failures.Received);
        Assert.Empty(await _desk.Bank.HistoryAsync("a"));
        Assert.Single(await _desk.Bank.HistoryAsync("c"));
    }

    [Fact]
    public async Task Whoever_waits_is_told_the_same_reply_at_every_repetition()
    {
        var handler = new Telling(_desk.Router());

        await handler.FunctionHandler(Events.Sqs(Move("k1", "a", 5)), new FakeLambdaContext(time: _desk.Bank.Time));
        await handler.FunctionHandler(Events.Sqs(Move("k2", "a", -50)), new FakeLambdaContext(time: _desk.Bank.Time));
        await handler.FunctionHandler(Events.Sqs(Move("k1", "a", 5)), new FakeLambdaContext(time: _desk.Bank.Time));

        Assert.Equal(["k1 1", "k2 insufficient-funds", "k1 1"], handler.Told);
    }

    private static SqsRecord Sent(string source, string id) => new("""{"name":"money.move","version":2,"arguments":{"Account":"a","Amounts":[5]}}""")
    {
        Attributes = new Dictionary<string, string> { ["ce-id"] = id, ["ce-source"] = source },
    };

    private Task<Stream> HandleAsync(Stream batch) =>
        new Handler(_desk.Router(), new() { FailureDestination = _failures, MaxParallelism = 1 }).FunctionHandler(batch, new FakeLambdaContext(time: _desk.Bank.Time));

    private static string Move(string key, string account, long amount) =>
        $$$"""{"name":"money.move","version":2,"key":"{{{key}}}","actor":"ann","arguments":{"Account":"{{{account}}}","Amounts":[{{{amount}}}]}}""";

    private sealed class Handler(CommandRouter router, RecordHandlerOptions options) : CommandQueueHandler(router, options);

    private sealed class Telling(CommandRouter router) : CommandQueueHandler(router)
    {
        public List<string> Told { get; } = [];

        protected override ValueTask OnReplyAsync(CommandRequest request, CommandReply reply, RecordContext context)
        {
            Told.Add($"{request.Key} {reply.ResultJson ?? reply.RefusalCode}");
            return ValueTask.CompletedTask;
        }
    }
}
