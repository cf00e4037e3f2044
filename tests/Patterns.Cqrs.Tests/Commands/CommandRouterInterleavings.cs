using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Requests that come twice and thrice to processes of which some die, step by step in random orders.</summary>
[Collection(HeavyTests.Name)]
public sealed class CommandRouterInterleavings
{
    private const int Runs = 2000;

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.03)]
    public async Task In_every_order_of_steps_a_command_has_one_effect_one_reply_and_one_entry_in_the_journal(int family, double killProbability) =>
        await Seeds.AllHoldAsync(family, Runs, seed => RunAsync(seed, killProbability));

    private static async Task RunAsync(int seed, double killProbability)
    {
        var random = new Random(seed);
        var desk = new Desk { InProgress = InProgressPolicy.Fail };
        var replies = new ConcurrentQueue<(string Key, string Text)>();
        var requests = Enumerable.Range(0, random.Next(1, 4)).Select(number => Request(random, $"k{number}")).ToList();
        var schedule = new Interleaving(seed) { KillProbability = killProbability };
        foreach (var request in requests.SelectMany(request => Enumerable.Repeat(request, random.Next(1, 4))))
        {
            schedule.Start(gate => TrySendAsync(desk, request, replies, gate));
        }

        await schedule.RunAsync();
        await CheckJournalAsync(desk);
        desk.Bank.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var request in requests)
        {
            await TrySendAsync(desk, request, replies, gate: null);
            await CheckReplyAsync(desk, request, Assert.Single(replies.Where(reply => reply.Key == request.Key).Select(reply => reply.Text).Distinct()));
        }

        await CheckJournalAsync(desk);
        Assert.Equal(requests.Select(request => request.Key).Order(), (await desk.JournalAsync()).Select(entry => entry.Request.Key).Order());
    }

    /// <summary>At any moment: an accepted entry for each command with events, and a refused one or none for each without.</summary>
    private static async Task CheckJournalAsync(Desk desk)
    {
        var history = (await desk.Bank.HistoryAsync("a")).Concat(await desk.Bank.HistoryAsync("b")).ToList();
        var journal = await desk.JournalAsync();
        Assert.Equal(journal.Select(entry => entry.Request.Key).Distinct().Count(), journal.Count);
        Assert.Equal(
            journal.Where(entry => entry.RefusalCode is null).Select(entry => entry.Request.Key).Order(),
            history.Select(stored => stored.Metadata.CommandKey).Distinct().Order());
        Assert.All(journal.Where(entry => entry.RefusalCode is null), entry => Assert.Equal(
            entry.Request.Arguments.GetProperty("Amounts").GetArrayLength(),
            history.Count(stored => stored.Metadata.CommandKey == entry.Request.Key)));
    }

    /// <summary>The version to which the command led, or the refusal of a rule that did not hold at some moment.</summary>
    private static async Task CheckReplyAsync(Desk desk, CommandRequest request, string reply)
    {
        var command = request.Arguments.Deserialize(CommandTestJson.Default.MoveMoney)!;
        var history = await desk.Bank.HistoryAsync(command.Account);
        var own = history.FindLast(stored => stored.Metadata.CommandKey == request.Key);
        Assert.Equal(own?.Version.ToString(CultureInfo.InvariantCulture) ?? "insufficient-funds", reply);
        Assert.True(own is not null || AccountModel.WasEverRefused(history, new(request.Key!, command.Amounts)), $"No rule refuses {request.Key}.");
    }

    private static async Task TrySendAsync(Desk desk, CommandRequest request, ConcurrentQueue<(string Key, string Text)> replies, IStepGate? gate)
    {
        try
        {
            var reply = await desk.Router(gate).RunAsync(request, default);
            replies.Enqueue((request.Key!, reply.ResultJson ?? reply.RefusalCode!));
        }
        catch (Exception failure) when (failure is IdempotencyInProgressException or CommandConflictException)
        {
            // The sender asks again later.
        }
    }

    private static CommandRequest Request(Random random, string key) =>
        Desk.Request(key, random.Next(3) == 0 ? "b" : "a", [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => (long)random.Next(-3, 5))]);
}
