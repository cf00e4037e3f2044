using System.Text.Json;
using Patterns.Cqrs;
using Patterns.Idempotency;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>The router of commands on the rules of DynamoDB, as the runner's endpoint keeps them.</summary>
public sealed class CommandsOnDynamoDbTests(Endpoint endpoint) : IClassFixture<Endpoint>
{
    [Fact]
    public async Task Copies_that_come_at_the_same_time_have_one_effect_one_reply_and_one_entry_in_the_journal()
    {
        var box = await Box.OpenAsync(endpoint);
        CommandRequest[] requests = [Box.Book("k1", "a", 2), Box.Book("k2", "a", 3), Box.Book("k3", "b", 4)];

        var replies = await Task.WhenAll(requests.SelectMany(request => Enumerable.Repeat(request, 3)).Select(async request =>
            (request.Key, Reply: await box.Router().RunAsync(request, default))));

        Assert.Equal(5, (await box.Halls().LoadAsync("a", default)).State);
        Assert.Equal(["k1", "k2"], (await box.HistoryAsync("a")).Select(stored => stored.Metadata.CommandKey).Order());
        Assert.Equal("k3", Assert.Single(await box.HistoryAsync("b")).Metadata.CommandKey);
        Assert.Equal(["k1", "k2", "k3"], (await JournalAsync(box)).Select(entry => entry.Request.Key).Order());
        Assert.All(replies.GroupBy(reply => reply.Key), copies => Assert.Single(copies.Select(copy => copy.Reply.ResultJson).Distinct()));
        Assert.Equal(3, replies.Count(reply => !reply.Reply.IsReplayed));
        Assert.Equal("4", replies.First(reply => reply.Key == "k3").Reply.ResultJson);
    }

    [Fact]
    public async Task A_refusal_stays_and_a_key_is_for_one_command()
    {
        var box = await Box.OpenAsync(endpoint);
        await box.Router().RunAsync(Box.Book("full", "a", 10), default);

        Assert.Equal("sold-out", (await box.Router().RunAsync(Box.Book("late", "a", 1), default)).RefusalCode);
        await box.Router().RunAsync(Box.Book("back", "a", -5), default);
        var repeated = await box.Router().RunAsync(Box.Book("late", "a", 1), default);

        Assert.Equal((true, "sold-out"), (repeated.IsReplayed, repeated.RefusalCode));
        await Assert.ThrowsAsync<IdempotencyMismatchException>(async () => await box.Router().RunAsync(Box.Book("late", "a", 2), default));
        Assert.Equal(5, (await box.Halls().LoadAsync("a", default)).State);
        Assert.Equal([null, "sold-out", null], (await JournalAsync(box)).Select(entry => entry.RefusalCode));
    }

    [Fact]
    public async Task A_command_that_is_too_old_leaves_nothing_behind_and_a_repetition_has_its_reply()
    {
        var box = await Box.OpenAsync(endpoint);
        var request = Box.Book("k", "a", 2) with { IssuedAt = DateTimeOffset.UtcNow };
        await box.Router().RunAsync(request, default);
        var old = request with { IssuedAt = DateTimeOffset.UtcNow.AddHours(-1) };

        Assert.Equal("2", (await box.Router(TimeSpan.FromMinutes(1)).RunAsync(old, default)).ResultJson);
        var rejection = await Assert.ThrowsAsync<CommandRejectedException>(async () => await box.Router(TimeSpan.FromMinutes(1)).RunAsync(old with { Key = "l" }, default));

        Assert.Equal(CommandRejection.Expired, rejection.Rejection);
        Assert.False((await box.Router().RunAsync(old with { Key = "l" }, default)).IsReplayed);
    }

    [Fact]
    public async Task The_largest_append_the_largest_reply_and_the_largest_command_fit_into_one_transaction()
    {
        var box = await Box.OpenAsync(endpoint);
        var table = box.Connect();
        var handler = new LargeHandler(box.Events(table), [.. Enumerable.Repeat(408_000, 8), 80_000], reply: 400_000);
        var router = new CommandRouter(table).With("hall.fill", 1, BookingJson.Default.String, BookingJson.Default.String, handler);
        var request = new CommandRequest { Name = "hall.fill", Key = new string('k', 1024), Arguments = JsonSerializer.SerializeToElement(new string('a', 404_000), BookingJson.Default.String) };

        var reply = await router.RunAsync(request, default);

        Assert.Equal(400_000, reply.Read(BookingJson.Default.String).Length);
        Assert.Equal(9, await box.Events().GetVersionAsync("large", default));
        Assert.Single(await JournalAsync(box));
    }

    /// <summary>Of the days on which the test ran.</summary>
    private static async Task<List<CommandJournalEntry>> JournalAsync(Box box)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var journal = box.Router().Journal;
        return [.. await journal.ReadAsync(today.AddDays(-1), default).ToListAsync(), .. await journal.ReadAsync(today, default).ToListAsync()];
    }
}
