using System.Net;
using LongRunning.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var run = $"{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss}";
var whole = Enumerable.Range(1, 4).Select(number => PaymentFile.Create($"{run}-{number}", pages: 40, linesPerPage: 250, seed: number)).ToList();
var cancelled = PaymentFile.Create($"{run}-cancelled", pages: 40, linesPerPage: 250, seed: 5);

// Says that it has more pages than it has.
var broken = PaymentFile.Create($"{run}-broken", pages: 6, linesPerPage: 250, seed: 6);
PaymentFile[] files = [.. whole, cancelled, broken];
Console.WriteLine($"{files.Length} files with {files.Sum(file => file.Payments):N0} payments. One is going to be cancelled, and one lacks its last pages.");

using var store = new Store(stack);
using var api = new Api(stack.ApiUrl);
using var watch = new Watch(api, stack);
await Task.WhenAll(files.Select(store.PutAsync));
foreach (var file in files)
{
    // Twice: that makes one import.
    await Task.WhenAll(api.StartAsync(file.Name, PagesOf(file)), api.StartAsync(file.Name, PagesOf(file)));
}

var mistakes = new List<string>();
if (await api.StartAsync(whole[0].Name, 41) != HttpStatusCode.Conflict)
{
    mistakes.Add("Another import under the same name was not refused.");
}

Console.WriteLine("Each is longer than its function may run. Pages done, by file:");
Console.WriteLine();
var statuses = await watch.FollowAsync([.. files.Select(file => file.Name)], cancelled.Name, cancelAfterPages: 10, patience: TimeSpan.FromSeconds(180));
mistakes.AddRange(new Check(statuses, watch, await store.ReadBalancesAsync()).Run(whole, cancelled, broken));

Console.WriteLine();
foreach (var mistake in mistakes.Take(20))
{
    Console.WriteLine("  WRONG: " + mistake);
}

Console.WriteLine(mistakes.Count == 0 ? "Every payment was counted once." : $"{mistakes.Count} things are not as expected.");
return mistakes.Count == 0 ? 0 : 1;

int PagesOf(PaymentFile file) => file == broken ? file.Pages.Count + 5 : file.Pages.Count;
