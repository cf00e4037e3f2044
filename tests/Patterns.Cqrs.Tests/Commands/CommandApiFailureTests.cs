using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Http;
using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Copies that are running, others who are faster, and what fails or takes too long.</summary>
public sealed class CommandApiFailureTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_table_that_does_not_answer_the_completion_is_not_there()
    {
        var table = new WatchedTable(_desk.Bank.Table) { BeforeTransaction = token => new(Task.Delay(TimeSpan.FromHours(1), _desk.Bank.Time, token)) };
        var api = new CommandApi(_desk.Router(table, new MoveMoneyHandler(_desk.Bank, table)), new() { Time = _desk.Bank.Time, OnThreadPool = false });

        var asked = api.SendAsync("POST", "/", CommandApi.Move("a", 5), CommandApi.Headers(), context: new(TimeSpan.FromMinutes(5), _desk.Bank.Time));
        _desk.Bank.Time.Advance(TimeSpan.FromSeconds(5));
        var reply = await asked;

        Assert.Equal((503, "unavailable", "unknown", "1"), (reply.StatusCode, reply.Problem(), reply.Member("outcome"), reply.Header("Retry-After")));
    }

    [Fact]
    public async Task A_copy_of_a_command_that_is_running_is_told_to_come_back()
    {
        var desk = new Desk { InProgress = InProgressPolicy.Fail };
        ApiReply? copy = null;
        var handler = new MoveMoneyHandler(desk.Bank, desk.Bank.Table) { Before = async _ => copy = await new CommandApi(desk.Router()).PostAsync(CommandApi.Move("a", 5)) };

        var reply = await new CommandApi(desk.Router(desk.Bank.Table, handler)).PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((200, 409, "in-progress", "60"), (reply.StatusCode, copy!.StatusCode, copy.Problem(), copy.Header("Retry-After")));
        Assert.Single(await desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_copy_of_a_command_that_runs_on_and_on_is_told_so_in_time()
    {
        var forever = new TaskCompletionSource();
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { Before = _ => new(forever.Task) };
        var running = _desk.Router(_desk.Bank.Table, handler).RunAsync(Desk.Request("k", "a", 5), default).AsTask();

        var reply = await RunAsync(_desk.Router(), TimeSpan.FromSeconds(29.5));

        Assert.Equal((409, "in-progress"), (reply.StatusCode, reply.Problem()));
        Assert.NotNull(reply.Header("Retry-After"));
        forever.SetResult();
        await running;
        Assert.Single(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task An_outcome_that_nobody_knows_is_said_to_be_unknown()
    {
        var router = new CommandRouter(_desk.Bank.Table, new()
        {
            Idempotency = new() { Scope = "desk", OnOutcomeUnknown = _ => new(OutcomeUnknownDecision.Fail) },
            Time = _desk.Bank.Time,
        }).With("money.move", 2, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table));
        await Assert.ThrowsAsync<ProcessKilledException>(async () => await _desk.Router(new KillAtStep(2)).RunAsync(Desk.Request("k", "a", 5), default));
        _desk.Bank.Time.Advance(TimeSpan.FromMinutes(5));

        var reply = await new CommandApi(router).PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((409, "outcome-unknown"), (reply.StatusCode, reply.Problem()));
    }

    [Fact]
    public async Task Others_who_are_faster_at_all_attempts_are_a_reason_to_come_back()
    {
        var amount = 0;
        var table = new WatchedTable(_desk.Bank.Table) { Before = async name => await (name == "transact" ? _desk.Bank.DepositAsync("a", ++amount) : Task.CompletedTask) };

        var reply = await new CommandApi(_desk.Router(table, new MoveMoneyHandler(_desk.Bank, table))).PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((503, "conflict", "none", "1"), (reply.StatusCode, reply.Problem(), reply.Member("outcome"), reply.Header("Retry-After")));
        Assert.DoesNotContain(await _desk.Bank.HistoryAsync("a"), stored => stored.Metadata.CommandKey == "k");
    }

    [Theory]
    [InlineData(true, false, 503, "unavailable", "none", "1")]
    [InlineData(true, true, 503, "unavailable", "unknown", "1")]
    [InlineData(false, false, 500, "blank", "none", null)]
    public void A_table_that_fails_says_what_is_known_of_the_outcome(bool isRetryable, bool mayHave, int status, string problem, string outcome, string? retryAfter)
    {
        var table = new WatchedTable(_desk.Bank.Table)
        {
            Before = name => throw new TableException("The table secret-bank is not there.", isRetryable) { MayHaveTakenEffect = mayHave },
        };
        var api = new CommandApi(_desk.Router(table, new MoveMoneyHandler(_desk.Bank, table)), new() { Time = _desk.Bank.Time, OnThreadPool = false });

        var (reply, _) = VirtualTime.Run(_desk.Bank.Time, () => api.SendAsync("POST", "/", CommandApi.Move("a", 5), CommandApi.Headers(), context: new(time: _desk.Bank.Time)));

        Assert.Equal((status, problem, outcome, retryAfter), (reply.StatusCode, reply.Problem(), reply.Member("outcome"), reply.Header("Retry-After")));
        Assert.DoesNotContain("secret", reply.Text(), StringComparison.Ordinal);
        Assert.Single(api.Log.Lines);
    }

    [Fact]
    public async Task A_command_that_lost_its_key_is_a_reason_to_come_back_and_leaves_no_event()
    {
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)
        {
            Before = async _ => await _desk.Bank.Table.WriteAsync(new TableUpdate(new("idempotency#desk#k", "key")).Set("owner", "somebody"), default),
        };

        var lost = await new CommandApi(_desk.Router(_desk.Bank.Table, handler)).PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((503, "unavailable", "none", "1"), (lost.StatusCode, lost.Problem(), lost.Member("outcome"), lost.Header("Retry-After")));
        Assert.Empty(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_result_that_cannot_be_kept_is_a_failure_that_leaves_nothing_behind()
    {
        var router = new CommandRouter(_desk.Bank.Table).With("echo", 1, CommandTestJson.Default.String, CommandTestJson.Default.String, new EchoHandler());

        await AssertRefusedAsync(new CommandApi(router).PostAsync("""{"name":"echo","arguments":"a"}"""), 500, "blank");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_takes_too_long_is_not_waited_for_and_its_outcome_is_unknown(bool listens)
    {
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)
        {
            Before = context => new(Task.Delay(TimeSpan.FromHours(1), _desk.Bank.Time, listens ? context.CancellationToken : default)),
        };

        var reply = await RunAsync(_desk.Router(_desk.Bank.Table, handler), TimeSpan.FromSeconds(listens ? 29.5 : 29.75));

        Assert.Equal((504, "out-of-time", "unknown"), (reply.StatusCode, reply.Problem(), reply.Member("outcome")));
        Assert.DoesNotContain(_desk.Bank.Table.Items, item => item["cqrsItem"] == "event");
    }

    [Fact]
    public async Task A_request_whose_time_is_up_is_not_begun()
    {
        var api = new CommandApi(_desk.Router(), new() { Time = _desk.Bank.Time, OnThreadPool = false });

        var reply = await api.SendAsync("POST", "/", CommandApi.Move("a", 5), CommandApi.Headers(), context: new(TimeSpan.FromMilliseconds(400), _desk.Bank.Time));

        Assert.Equal((504, "out-of-time", "none"), (reply.StatusCode, reply.Problem(), reply.Member("outcome")));
        Assert.Empty(_desk.Bank.Table.Items);
    }

    [Fact]
    public async Task A_handler_that_fails_gives_nothing_of_itself_away_and_the_command_may_be_sent_again()
    {
        var fails = true;
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { Before = _ => fails ? throw new InvalidOperationException("secret") : default };
        var api = new CommandApi(_desk.Router(_desk.Bank.Table, handler));

        var failed = await api.PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((500, "blank", "unknown"), (failed.StatusCode, failed.Problem(), failed.Member("outcome")));
        Assert.DoesNotContain("secret", failed.Text(), StringComparison.Ordinal);
        Assert.Single(api.Log.Lines);
        fails = false;
        Assert.Equal("1", (await api.PostAsync(CommandApi.Move("a", 5))).Text());
    }

    [Theory]
    [InlineData(409, "")]
    [InlineData(408, "unknown")]
    [InlineData(503, "unknown")]
    public async Task A_problem_of_the_handler_is_what_the_caller_gets(int status, string outcome)
    {
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { Before = _ => throw new ProblemException(new Problem(status, "Not today.")) };

        var reply = await new CommandApi(_desk.Router(_desk.Bank.Table, handler)).PostAsync(CommandApi.Move("a", 5));

        Assert.Equal((status, "Not today.", outcome), (reply.StatusCode, reply.Member("title"), reply.Member("outcome")));
        Assert.Empty(_desk.Bank.Table.Items);
    }

    /// <summary>Posts a command that has its reply after a time, and not before.</summary>
    private async Task<ApiReply> RunAsync(CommandRouter router, TimeSpan after)
    {
        var api = new CommandApi(router, new() { Time = _desk.Bank.Time, OnThreadPool = false });
        var asked = api.SendAsync("POST", "/", CommandApi.Move("a", 5), CommandApi.Headers(), context: new(TimeSpan.FromMinutes(5), _desk.Bank.Time));
        _desk.Bank.Time.Advance(after - TimeSpan.FromMilliseconds(1));
        Assert.False(asked.IsCompleted);
        _desk.Bank.Time.Advance(TimeSpan.FromMilliseconds(1));
        return await asked.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task<ApiReply> AssertRefusedAsync(Task<ApiReply> asked, int status, string problem)
    {
        var reply = await asked;
        Assert.Equal((status, problem, "application/problem+json"), (reply.StatusCode, reply.Problem(), reply.ContentType));
        Assert.Empty(_desk.Bank.Table.Items);
        return reply;
    }

    private sealed class EchoHandler : CommandHandler<string, string>
    {
        protected override ValueTask<string> HandleAsync(string command, CommandContext context) => new(new string('a', 500_000));
    }
}
