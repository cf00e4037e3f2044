using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>How old a request may be, and the version of its command.</summary>
public sealed class CommandAgeTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_request_that_is_too_old_or_says_no_time_is_rejected()
    {
        var desk = new Desk { MaxAge = TimeSpan.FromMinutes(10) };
        var now = desk.Bank.Time.GetUtcNow();

        foreach (var issuedAt in new DateTimeOffset?[] { null, now.AddMinutes(-11), now.AddMinutes(2) })
        {
            var failure = await Assert.ThrowsAsync<CommandRejectedException>(async () => await desk.Router().RunAsync(Desk.Request("k", "a", 5) with { IssuedAt = issuedAt }, default));
            Assert.Equal(CommandRejection.Expired, failure.Rejection);
        }

        Assert.True((await desk.Router().RunAsync(Desk.Request("k", "a", 5) with { IssuedAt = now.AddMinutes(-10) }, default)).IsAccepted);
        Assert.True((await desk.Router().RunAsync(Desk.Request("l", "a", 5) with { IssuedAt = now.AddMinutes(1) }, default)).IsAccepted);
    }

    [Fact]
    public async Task A_repetition_that_is_too_old_by_now_gets_the_reply_of_its_key()
    {
        var desk = new Desk { MaxAge = TimeSpan.FromMinutes(10) };
        var accepted = Desk.Request("accepted", "a", 5) with { IssuedAt = desk.Bank.Time.GetUtcNow() };
        var refused = Desk.Request("refused", "b", -5) with { IssuedAt = desk.Bank.Time.GetUtcNow() };
        await desk.Router().RunAsync(accepted, default);
        await desk.Router().RunAsync(refused, default);
        desk.Bank.Time.Advance(TimeSpan.FromHours(1));

        var repeated = await desk.Router().RunAsync(accepted, default);
        var timeless = await desk.Router().RunAsync(accepted with { IssuedAt = null }, default);

        Assert.Equal((true, "1"), (repeated.IsReplayed, repeated.ResultJson));
        Assert.Equal((true, "1"), (timeless.IsReplayed, timeless.ResultJson));
        Assert.Equal("insufficient-funds", (await desk.Router().RunAsync(refused, default)).RefusalCode);
        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await desk.Router().RunAsync(accepted with { Actor = "bob" }, default));
        Assert.Single(await desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_request_that_is_too_old_waits_for_one_that_came_in_time()
    {
        var desk = new Desk { MaxAge = TimeSpan.FromMinutes(10), InProgress = InProgressPolicy.Fail };
        var request = Desk.Request("k", "a", 5) with { IssuedAt = desk.Bank.Time.GetUtcNow() };
        Exception? failure = null;
        var router = desk.Router(desk.Bank.Table, new MoveMoneyHandler(desk.Bank, desk.Bank.Table)
        {
            Before = async _ => failure = await Record.ExceptionAsync(async () => await desk.Router().RunAsync(request with { IssuedAt = null }, default)),
        });

        await router.RunAsync(request, default);

        Assert.IsType<IdempotencyInProgressException>(failure);
    }

    [Fact]
    public async Task A_command_that_grows_too_old_while_it_waits_for_permission_is_rejected()
    {
        var desk = new Desk { MaxAge = TimeSpan.FromMinutes(10) };
        var handler = new MoveMoneyHandler(desk.Bank, desk.Bank.Table) { OnAsked = () => desk.Bank.Time.Advance(TimeSpan.FromMinutes(11)) };

        var failure = await Assert.ThrowsAsync<CommandRejectedException>(async () =>
            await desk.Router(desk.Bank.Table, handler).RunAsync(Desk.Request("k", "a", 5) with { IssuedAt = desk.Bank.Time.GetUtcNow() }, default));

        Assert.Equal(CommandRejection.Expired, failure.Rejection);
        Assert.Empty(desk.Bank.Table.Items);
    }

    [Fact]
    public async Task A_version_that_has_left_the_list_is_rejected_although_its_key_has_a_reply()
    {
        await _desk.Router().RunAsync(Desk.Request("k", "a", 5), default);
        var newer = new CommandRouter(_desk.Bank.Table, new() { Idempotency = new() { Scope = "desk" }, Time = _desk.Bank.Time })
            .With("money.move", 3, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table));

        var failure = await Assert.ThrowsAsync<CommandRejectedException>(async () => await newer.RunAsync(Desk.Request("k", "a", 5), default));

        Assert.Equal(CommandRejection.UnknownVersion, failure.Rejection);
    }
}
