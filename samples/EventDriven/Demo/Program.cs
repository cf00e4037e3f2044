using EventDriven.Demo;

var household = new Household($"run{DateTime.UtcNow:MMddHHmmss}");
var strangers = new Strangers(household.Run);
using var tables = new Tables(household.Run);
using var queues = new Queues(household.Run);
using var owners = new Owners();
using var portfolios = new Portfolios();
var bus = household.Things.Where(thing => thing.Variant == Variant.Bus).ToHashSet();
var isComplete = true;

await tables.SwitchCleanupOnAsync();
Console.WriteLine($"Everything is up: {household.Evening.Count} updates of assets and insurances, half with direct calls, half through the bus.");
await owners.UpdateAllAsync(household.Evening, triesOfBadGateway: int.MaxValue);
isComplete &= await Patience.WaitAsync("cleanup through the bus", () => CountUncleanedAsync(household.Evening));
isComplete &= await Patience.WaitAsync("portfolios", () => CountStaleAsync(household.Evening));

Console.WriteLine();
Console.WriteLine($"The cleanup service goes down: {household.Night.Count} updates.");
await tables.SwitchCleanupOffAsync();
await owners.UpdateAllAsync(household.Night, triesOfBadGateway: 2);
foreach (var answers in household.Night.GroupBy(update => (update.Thing.Variant, Status: owners.Answers[update])).OrderBy(group => group.Key))
{
    Console.WriteLine($"  {answers.Key.Variant,-6}: {answers.Count()} x {answers.Key.Status}");
}

isComplete &= await Patience.WaitAsync("portfolios, which do not need cleanup", () => CountStaleAsync(household.Night));
var owed = household.Night.Count(update => bus.Contains(update.Thing));
isComplete &= await Patience.WaitAsync("events that wait for cleanup", async () => Math.Max(0, owed - await queues.CountAsync("CleanupQueueUrl", "CleanupDeadLettersUrl")));
await strangers.PublishAsync();
Console.WriteLine($"  strangers publish: {strangers.Nonsense.Count} events that make no sense, {strangers.Unwanted.Count} that nobody wants, 1 of a newer release");

Console.WriteLine();
Console.WriteLine("The cleanup service is back.");
await tables.SwitchCleanupOnAsync();
isComplete &= await Patience.WaitAsync("cleanup through the bus", () => CountUncleanedAsync(household.Night));

// What was handed to both subscribers and cannot be read must end where somebody sees it.
var rejected = new Rejected(queues, strangers);
isComplete &= await Patience.WaitAsync("rejected events", rejected.CountMissingAsync);
var newer = new Update(new Thing(Variant.Bus, "asset", strangers.Newer, strangers.NewerOwner), 1, 7.5m);
isComplete &= await Patience.WaitAsync("the event of a newer release", async () => await CountUncleanedAsync([newer]) + await CountStaleAsync([.. household.Night, newer]));

var report = new Report(household, owners.Answers, await tables.ReadVersionsAsync(), await tables.ReadPapersAsync());
report.Add(await portfolios.CompareAsync(household.Owners, NewestAssets([.. household.Night, newer])));
report.Add(await rejected.FindMistakesAsync());
report.Print();
return isComplete && report.IsAsExpected ? 0 : 1;

async Task<int> CountUncleanedAsync(IEnumerable<Update> updates)
{
    await RedriveAsync("Cleanup");
    var papers = await tables.ReadPapersAsync();
    return updates.Count(update => update.Thing.Variant == Variant.Bus && !(papers.TryGetValue(update.Thing.Id, out var filed) && filed.Versions.Contains(update.Version)));
}

async Task<int> CountStaleAsync(IEnumerable<Update> updates)
{
    await RedriveAsync("Portfolio");
    return (await portfolios.CompareAsync(household.Owners, NewestAssets(updates))).Count;
}

// What an operator does once the cause is gone: a long outage, or functions that were killed too often, make dead letters.
async Task RedriveAsync(string subscriber)
{
    if (await queues.RedriveAsync(subscriber) is > 0 and var letters)
    {
        Console.WriteLine($"  {letters} dead letters of {subscriber} were sent again");
    }
}

IEnumerable<Update> NewestAssets(IEnumerable<Update> updates) => updates
    .Where(update => update.Thing is { Variant: Variant.Bus, Kind: "asset" })
    .GroupBy(update => update.Thing)
    .Select(versions => versions.MaxBy(update => update.Version)!);
