using System.Diagnostics;
using Singleton.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
using var state = new State(stack);
using var requests = new Requests(stack);
await using var database = await StartDatabaseAsync();
if (database is not null)
{
    await state.SetDatabaseAsync(database.ConnectionString);
    Console.WriteLine($"The database is {database.Name}. It takes {IDatabase.Room} connections of functions.");
}

var (ungoverned, payments, searches, invoices) = (Ids("request", 40), Ids("payment", 30), Ids("search", 15), Ids("invoice", 30));

// Some invoices come a second time.
await requests.SendAsync(stack.UngovernedUrl, ungoverned);
await requests.SendAsync(stack.InvoicesUrl, [.. invoices, .. invoices.Take(10)]);

// Until the queue is empty, since one that was killed after its notes comes again and would open its connections beside the governed ones.
await WaitForAsync("the requests without the governor", async () => (await state.ReadAsync("ungoverned")).Count == ungoverned.Count && await requests.CountWaitingAsync(stack.UngovernedUrl) == 0);
Console.WriteLine($"{ungoverned.Count} requests came at once, without the governor, and {invoices.Count} invoices asked for a number, some of them twice.");

await Task.WhenAll(requests.SendAsync(stack.PaymentsUrl, payments), requests.SendAsync(stack.SearchUrl, searches));
await WaitForAsync("everything with the governor", async () => await requests.CountWaitingAsync(stack.UngovernedUrl, stack.PaymentsUrl, stack.SearchUrl, stack.InvoicesUrl) == 0);
Console.WriteLine($"{payments.Count + searches.Count} requests came at once with it.");

var (without, paid, searched) = (await state.ReadAsync("ungoverned"), await state.ReadAsync("payments"), await state.ReadAsync("search"));
var mistakes = new Check(await requests.CountGivenUpAsync()).Run(without, paid, searched, await state.ReadNumbersAsync(), await state.ReadInvoicesAsync(), (payments.Count, searches.Count, invoices.Count));
Console.WriteLine();
Console.WriteLine("                        requests   served   refused by the database");
Console.WriteLine("                        --------   ------   -----------------------");
foreach (var (name, list) in new[] { ("without the governor", without), ("payments, governed", paid), ("search, governed", searched) })
{
    Console.WriteLine($"  {name,-20}  {list.Count,8}   {list.Count(one => one.Times > 0),6}   {list.Sum(one => one.Refusals),8}");
}

Console.WriteLine();
foreach (var mistake in mistakes.Take(20))
{
    Console.WriteLine("  WRONG: " + mistake);
}

Console.WriteLine(mistakes.Count == 0 ? "With the governor nobody was refused, and every invoice has one number, without gaps." : $"{mistakes.Count} things are not as expected.");
return mistakes.Count == 0 ? 0 : 1;

// A deployed stack has its own, which its table names: functions there do not come to this machine.
static async Task<IDatabase?> StartDatabaseAsync() =>
    Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is null ? null
    : Environment.GetEnvironmentVariable("DATABASE") != "stand-in" && await Postgres.StartAsync() is { } server ? server
    : new StandIn();

static IReadOnlyList<string> Ids(string kind, int count) => [.. Enumerable.Range(1, count).Select(number => $"{kind}-{number:D3}")];

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
