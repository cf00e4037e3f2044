using System.Diagnostics;
using Periodical.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
using var books = new Books(stack);
using var clockwork = new Clockwork(stack);

// Ticks since half an hour ago. What is to be shown takes seconds, so that the ticks do not wait for their time but come all at once,
// as they do after an outage.
var now = Minute.Of(DateTimeOffset.UtcNow);
var first = now.AddMinutes(-30);
await books.SellAsync(first.AddMinutes(-1), now.AddMinutes(10));
Console.WriteLine($"The books are closed every minute. After the tick of {first:HH:mm} comes an outage, until {now:HH:mm}.");

var random = new Random(17);
DateTimeOffset[] ticks = [.. Enumerable.Range(0, 31).Select(minute => first.AddMinutes(minute))];
await clockwork.SendAsync(first);
await WaitForAsync("the first closes", async () => (await ClosesAsync()).All(closes => closes.Count > 0));
for (var round = 0; round < 3; round++)
{
    random.Shuffle(ticks);
    await clockwork.SendAsync(ticks);
}

Console.WriteLine($"{clockwork.Sent} ticks went to each of three functions, most of them late, all of them three times and in any order.");
await WaitForAsync("the queues to be empty", async () => await clockwork.CountWaitingAsync() == 0);
var closes = await ClosesAsync();
var mistakes = new Check(first, now, now).Run(closes[0], closes[1], closes[2]).ToList();
if (await clockwork.CountGivenUpAsync() is > 0 and var givenUp)
{
    mistakes.Add($"{givenUp} ticks were given up.");
}

Console.WriteLine();
Console.WriteLine("  policy   closes   sales");
Console.WriteLine("  ------   ------   -----");
foreach (var (policy, list) in new[] { "all", "newest", "skip" }.Zip(closes))
{
    Console.WriteLine($"  {policy,-6}   {list.Count,6}   {list.Sum(close => close.Sales),5}");
}

Console.WriteLine();
foreach (var mistake in mistakes.Take(20))
{
    Console.WriteLine("  WRONG: " + mistake);
}

Console.WriteLine(mistakes.Count == 0 ? "Every minute was closed as its policy says, and every sale was counted once." : $"{mistakes.Count} things are not as expected.");
return mistakes.Count == 0 ? 0 : 1;

Task<IReadOnlyList<Close>[]> ClosesAsync() => Task.WhenAll(new[] { "all", "newest", "skip" }.Select(policy => books.ReadClosesAsync(policy, first)));

static async Task WaitForAsync(string what, Func<Task<bool>> isThere)
{
    for (var clock = Stopwatch.StartNew(); !await isThere(); await Task.Delay(200))
    {
        if (clock.Elapsed > TimeSpan.FromSeconds(180))
        {
            throw new TimeoutException($"Waited in vain for {what}.");
        }
    }
}
