using System.Text.Json;
using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Commands;

public sealed class CommandRouterTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_command_takes_effect_and_its_repetition_gets_the_same_reply()
    {
        var first = await _desk.Router().RunAsync(Desk.Request("k", "a", 5, 6), default);
        await _desk.Bank.DepositAsync("a", 7);
        var second = await _desk.Router().RunAsync(Desk.Request("k", "a", 5, 6), default);

        Assert.Equal((true, false, 2L), (first.IsAccepted, first.IsReplayed, first.Read(CommandTestJson.Default.Int64)));
        Assert.Equal((true, true, "2"), (second.IsAccepted, second.IsReplayed, second.ResultJson));
        var history = await _desk.Bank.HistoryAsync("a");
        Assert.Equal(3, history.Count);
        Assert.Equal(new EventMetadata { CommandKey = "k", Actor = "ann" }, history[0].Metadata);
    }

    [Fact]
    public async Task A_refusal_is_a_reply_that_stays_although_the_rule_would_say_yes_later()
    {
        var first = await _desk.Router().RunAsync(Desk.Request("k", "a", -5), default);
        await _desk.Bank.DepositAsync("a", 7);
        var second = await _desk.Router().RunAsync(Desk.Request("k", "a", -5), default);

        Assert.Equal((false, false, "insufficient-funds"), (first.IsAccepted, first.IsReplayed, first.RefusalCode));
        Assert.Equal((false, true, "insufficient-funds"), (second.IsAccepted, second.IsReplayed, second.RefusalCode));
        Assert.Equal("There is not that much on the account.", second.RefusalMessage);
        Assert.Null(second.ResultJson);
        Assert.Throws<CommandRefusedException>(() => second.Read(CommandTestJson.Default.Int64));
        Assert.Single(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task What_a_refused_command_enlisted_does_not_happen()
    {
        var router = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)
        {
            Before = context =>
            {
                context.Enlist(new TablePut(new TableItem(new("x", "y"))));
                return default;
            },
        });

        await router.RunAsync(Desk.Request("refused", "a", -5), default);
        Assert.DoesNotContain(_desk.Bank.Table.Items, item => item.Key.Partition == "x");

        await router.RunAsync(Desk.Request("accepted", "a", 5), default);
        Assert.Contains(_desk.Bank.Table.Items, item => item.Key.Partition == "x");
    }

    public static TheoryData<string, CommandRejection, string> Rejections => new()
    {
        { """{"name":"money.burn","key":"k"}""", CommandRejection.UnknownName, "There is no such command." },
        { """{"name":"System.Object","key":"k","version":2}""", CommandRejection.UnknownName, "There is no such command." },
        { """{"name":"money.move","key":"k"}""", CommandRejection.UnknownVersion, "'money.move' has no version 1; known are 2." },
        { """{"name":"money.move","key":"k","version":3}""", CommandRejection.UnknownVersion, "'money.move' has no version 3; known are 2." },
        { """{"name":"money.move","version":2,"arguments":{"Account":"a","Amounts":[1]}}""", CommandRejection.Invalid, "'money.move' needs a key." },
        { """{"name":"money.move","key":"k","version":2}""", CommandRejection.Invalid, "The arguments of 'money.move' cannot be read: *" },
        { """{"name":"money.move","key":"k","version":2,"arguments":null}""", CommandRejection.Invalid, "The arguments of 'money.move' cannot be read: *" },
        { """{"name":"money.move","key":"k","version":2,"arguments":[]}""", CommandRejection.Invalid, "The arguments of 'money.move' cannot be read: *" },
        { """{"name":"money.move","key":"k","version":2,"arguments":{"Account":"a","Amounts":["all"]}}""", CommandRejection.Invalid, "The arguments of 'money.move' cannot be read: *" },
        { """{"name":"money.move","key":"k","version":2,"arguments":{"Account":"","Amounts":[]}}""", CommandRejection.Invalid, "The arguments of 'money.move' are not valid: Account must not be empty. Amounts must not be empty." },
        { """{"name":"money.move","key":"k","version":2,"actor":"ann","arguments":{"Account":"vault","Amounts":[1]}}""", CommandRejection.Forbidden, "The actor may not do 'money.move'." },
        { """{"name":"money.move","key":"k","version":2,"arguments":{"Account":"a","Amounts":[1],"x":"\ud800"}}""", CommandRejection.Invalid, "'money.move' has text that is no Unicode." },
        { """{"name":"money.move","key":"k","version":2,"arguments":{"Account":"a","Amounts":[1],"x":[{"\udc00":1}]}}""", CommandRejection.Invalid, "'money.move' has text that is no Unicode." },
        { """{"name":"money.move","key":"k","version":2,"expectedVersion":-1,"arguments":{"Account":"a","Amounts":[1]}}""", CommandRejection.Invalid, "'money.move' expects the version -1; there is none below 0." },
        { """{"name":"money.move","key":"k","version":2,"expectedVersion":0,"arguments":{"Account":"a","Amounts":[1]}}""", CommandRejection.Invalid, "This command takes no expected version." },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task A_command_that_is_rejected_leaves_nothing_behind(string json, CommandRejection rejection, string message)
    {
        var request = JsonSerializer.Deserialize(json, Cqrs.Internal.CommandJson.Default.CommandRequest)!;

        var failure = await Assert.ThrowsAsync<CommandRejectedException>(async () => await _desk.Router().RunAsync(request, default));

        Assert.Equal(rejection, failure.Rejection);
        Assert.StartsWith(message.TrimEnd('*'), failure.Message, StringComparison.Ordinal);
        Assert.Empty(_desk.Bank.Table.Items);
    }

    /// <summary>Texts that take up to six bytes a character as JSON, in each part of a request.</summary>
    [Theory]
    [InlineData(0, 0, 409_600)]
    [InlineData(0, 68_500, 0)]
    [InlineData(1024, 67_500, 0)]
    [InlineData(1024, 0, 402_500)]
    [InlineData(1025, 0, 0)]
    public async Task A_command_that_the_journal_cannot_keep_is_rejected(int key, int actor, int arguments)
    {
        var request = Large(key, actor, arguments);

        var failure = await Assert.ThrowsAsync<CommandRejectedException>(async () => await _desk.Router().RunAsync(request, default));

        Assert.Equal(CommandRejection.Invalid, failure.Rejection);
        Assert.Empty(_desk.Bank.Table.Items);
    }

    [Theory]
    [InlineData(1024, 66_900, 0)]
    [InlineData(1024, 0, 400_500)]
    public async Task A_command_that_is_almost_too_large_takes_effect(int key, int actor, int arguments)
    {
        var reply = await _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { IsQuiet = true }).RunAsync(Large(key, actor, arguments), default);

        Assert.True(reply.IsAccepted);
        Assert.Single(await _desk.JournalAsync());
    }

    [Fact]
    public async Task The_largest_append_the_largest_reply_and_the_largest_command_fit_into_one_transaction()
    {
        var notes = new EventStore<string>(_desk.Bank.Table, "note", new EventTypes<string>().With("noted", CommandTestJson.Default.String));
        List<string> events = [.. Enumerable.Repeat(new string('n', 380_000), 8), new string('n', 320_000)];
        Assert.Throws<AppendTooLargeException>(() => notes.PrepareAppend("n", 0, [.. events, new string('n', 20_000)], null));
        var router = new CommandRouter(_desk.Bank.Table).With("note", 1, CommandTestJson.Default.String, CommandTestJson.Default.String, new NoteHandler(notes, events));

        var reply = await router.RunAsync(
            new() { Name = "note", Key = "k", Arguments = JsonSerializer.SerializeToElement(new string('a', 405_000), CommandTestJson.Default.String) },
            default);

        Assert.Equal(400_000, reply.Read(CommandTestJson.Default.String).Length);
        Assert.Equal(9, await notes.GetVersionAsync("n", default));
    }

    [Fact]
    public async Task Two_commands_of_one_form_and_two_versions_of_a_command_do_not_share_a_key()
    {
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table);
        var router = _desk.Router(_desk.Bank.Table, handler)
            .With("money.move", 3, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, handler)
            .With("money.take", 2, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, handler);
        var request = Desk.Request("k", "a", 5);
        await router.RunAsync(request, default);

        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await router.RunAsync(request with { Version = 3 }, default));
        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await router.RunAsync(request with { Name = "money.take" }, default));
        Assert.Single(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public async Task A_refusal_before_the_key_is_looked_at_is_a_rejection()
    {
        var refusal = new CommandRefusedException("no", "Not on Sundays.");
        var asked = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { OnAsked = () => throw refusal });
        var validated = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { OnValidated = () => throw refusal });

        var forbidden = await Assert.ThrowsAsync<CommandRejectedException>(async () => await asked.RunAsync(Desk.Request("k", "a", 5), default));
        var invalid = await Assert.ThrowsAsync<CommandRejectedException>(async () => await validated.RunAsync(Desk.Request("k", "a", 5), default));

        Assert.Equal((CommandRejection.Forbidden, "Not on Sundays.", refusal), (forbidden.Rejection, forbidden.Message, forbidden.InnerException));
        Assert.Equal((CommandRejection.Invalid, "Not on Sundays.", refusal), (invalid.Rejection, invalid.Message, invalid.InnerException));
        Assert.Empty(_desk.Bank.Table.Items);
    }

    [Fact]
    public async Task A_handler_that_checks_the_version_by_itself_says_so_by_taking_it()
    {
        var router = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)
        {
            Before = context =>
            {
                Assert.Equal(0, context.TakeExpectedVersion());
                return default;
            },
        });

        Assert.True((await router.RunAsync(Desk.Request("k", "a", 5) with { ExpectedVersion = 0 }, default)).IsAccepted);
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_an_error()
    {
        var request = Desk.Request("k", "a", 5);
        await _desk.Router().RunAsync(request, default);

        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await _desk.Router().RunAsync(Desk.Request("k", "a", 6), default));
        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await _desk.Router().RunAsync(request with { Actor = "bob" }, default));
        Assert.True((await _desk.Router().RunAsync(request with { IssuedAt = _desk.Bank.Time.GetUtcNow() }, default)).IsReplayed);
        Assert.Single(await _desk.Bank.HistoryAsync("a"));
    }

    [Fact]
    public void Keys_without_payloads_are_refused_since_they_would_get_replies_of_other_commands()
    {
        var failure = Assert.Throws<OptionsException>(() => new CommandRouter(_desk.Bank.Table, new() { Idempotency = new() { ChecksPayload = false } }));

        Assert.Contains("Idempotency.ChecksPayload must be true, or a key would get the reply of another command.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_nothing_behind_and_is_not_run_again()
    {
        var fails = true;
        var handler = new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { After = _ => fails ? throw new TableException("elsewhere", isRetryable: true) { MayHaveTakenEffect = false } : default };
        var router = _desk.Router(_desk.Bank.Table, handler);

        await Assert.ThrowsAsync<TableException>(async () => await router.RunAsync(Desk.Request("k", "a", 5), default));

        Assert.Equal(1, handler.Runs);
        Assert.Empty(_desk.Bank.Table.Items);
        fails = false;
        Assert.False((await router.RunAsync(Desk.Request("k", "a", 5), default)).IsReplayed);
        Assert.Single(await _desk.JournalAsync());
    }

    [Fact]
    public async Task The_journal_has_the_commands_with_a_reply_in_order_and_no_others()
    {
        await _desk.Router().RunAsync(Desk.Request("k1", "a", 5), default);
        _desk.Bank.Time.Advance(TimeSpan.FromSeconds(1));
        await _desk.Router().RunAsync(Desk.Request("k2", "a", -50), default);
        _desk.Bank.Time.Advance(TimeSpan.FromSeconds(1));
        await _desk.Router().RunAsync(Desk.Request("k3", "b", 6), default);
        await _desk.Router().RunAsync(Desk.Request("k1", "a", 5), default);
        await Assert.ThrowsAsync<CommandRejectedException>(async () => await _desk.Router().RunAsync(Desk.Request("k4", "vault", 5), default));

        var journal = await _desk.JournalAsync();

        Assert.Equal(["k1", "k2", "k3"], journal.Select(entry => entry.Request.Key));
        Assert.Equal([null, "insufficient-funds", null], journal.Select(entry => entry.RefusalCode));
        Assert.Equal(_desk.Bank.Time.GetUtcNow(), journal[2].At);
        Assert.Equal("""{"Account":"b","Amounts":[6]}""", journal[2].Request.Arguments.GetRawText());
    }

    [Fact]
    public async Task The_journal_forgets_entries_when_it_is_told_to()
    {
        var router = new CommandRouter(_desk.Bank.Table, new() { KeepJournal = TimeSpan.FromDays(7), Time = _desk.Bank.Time })
            .With("money.move", 2, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table));

        await router.RunAsync(Desk.Request("k", "a", 5), default);

        var entry = _desk.Bank.Table.Items.Single(item => item["cqrsItem"] == "command");
        Assert.Equal(_desk.Bank.Time.GetUtcNow().AddDays(7), entry.ExpiresAt!.Value, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_enlisted_after_the_handler_has_ended_is_an_error()
    {
        CommandContext? late = null;
        var router = _desk.Router(_desk.Bank.Table, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table) { Before = context => new(Task.FromResult(late = context)) });
        await router.RunAsync(Desk.Request("k", "a", 5), default);

        var failure = Assert.Throws<InvalidOperationException>(() => late!.Enlist(new TablePut(new TableItem(new("x", "y")))));

        Assert.Equal("The handler of 'money.move' has ended.", failure.Message);
    }

    [Fact]
    public void A_name_has_a_version_once_and_several_versions() =>
        Assert.Throws<ArgumentException>(() => _desk.Router()
            .With("money.move", 1, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table))
            .With("money.move", 1, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, new MoveMoneyHandler(_desk.Bank, _desk.Bank.Table)));

    [Fact]
    public void Options_have_their_defaults_and_say_all_mistakes_at_once()
    {
        var options = new CommandRouterOptions();
        Assert.Equal(("commands", null, 5, TimeSpan.FromMilliseconds(20), null), (options.Idempotency.Scope, options.MaxAge, options.MaxAttempts, options.RetryDelay, options.KeepJournal));

        var failure = Assert.Throws<OptionsException>(() => new CommandRouter(_desk.Bank.Table, new() { MaxAttempts = 0, MaxAge = TimeSpan.FromDays(2), KeepJournal = TimeSpan.Zero }));

        Assert.Equal(
            "CommandRouterOptions: MaxAttempts must be at least 1, but is 0. MaxAge must be more than zero and at most the retention of keys less a minute, 23:59:00, but is 2.00:00:00. KeepJournal must be more than zero, but is 00:00:00.",
            failure.Message);
    }

    /// <summary>A request with parts of so many characters, of which those of key and actor are six bytes each as JSON.</summary>
    private static CommandRequest Large(int key, int actor, int arguments) =>
        Desk.Request(new string('"', Math.Max(key, 1)), new string('a', Math.Max(arguments, 1)), 1) with { Actor = new string('"', actor) };
}
