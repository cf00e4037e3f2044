using System.Diagnostics;
using Facade.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var check = new Check();
using var shop = new Shop(stack.ApiUrl, check);
using var switches = new Switches(stack);
var clock = Stopwatch.StartNew();

// The page has 3 seconds; the rest is for the way there and back, on a machine that is busy. A service that stalls holds its caller for 12.
var inTime = TimeSpan.FromSeconds(6);

Console.WriteLine("Asking for pages of products, while the five services behind them stall and fail in turn.");
foreach (var sku in new[] { "lamp", "chair", "desk" })
{
    await shop.AskUntilAsync(sku, $"all is well: the {sku}", page => page.IsComplete && page.Took < inTime);
}

var lamp = (await shop.AskAsync("lamp")).Json;
Console.WriteLine($"  {"such a page",-46}{lamp}");

await switches.SetAsync("Stock", "stall");
await shop.AskUntilAsync("lamp", "stock stalls: a guess stands in for it", page => page.Substituted.ContainsKey("stock") && page.Took < inTime);
await switches.SetAsync("Stock", "well");

await switches.SetAsync("Deliveries", "fail");
await shop.AskUntilAsync("chair", "deliveries fail", page => page.Missing.ContainsKey("delivery") && page.Took < inTime);
await switches.SetAsync("Deliveries", "stall");
await shop.AskUntilAsync("chair", "deliveries stall", page => page.Missing.ContainsKey("delivery") && page.Took < inTime);
await shop.AskUntilAsync("chair", "some pages later their circuit is open", page => Reason(page.Missing, "delivery") == "circuitOpen" && page.Took < inTime);
await switches.SetAsync("Deliveries", "well");

await switches.SetAsync("Reviews", "stall");
var old = await shop.AskUntilAsync("desk", "reviews stall: old ones, with their age", page => Reason(page.Stale, "reviews") == "outOfTime" && page.Took < inTime);
check.Expect("the reviews should be older than what is fresh", old.Status != 200 || old.AgeOf("reviews") >= 2, old);
await switches.SetAsync("Reviews", "well");

await switches.SetAsync("Products", "fail");
await shop.AskUntilAsync("lamp", "products fail, and there is no page without", page => page is { Status: 502, Cause: "product" } && page.Took < inTime);
await switches.SetAsync("Products", "stall");
await shop.AskUntilAsync("lamp", "products stall", page => page is { Status: 504, Cause: "product" } && page.Took < inTime);
await switches.SetAsync("Products", "well");

await switches.SetAsync("Prices", "stall");
await shop.AskUntilAsync("lamp", "prices stall", page => page is { Status: 503 or 504, Cause: "price" } && page.Took < inTime);
await shop.AskUntilAsync("lamp", "some pages later their circuit is open", page => page is { Status: 503, Cause: "price" } && page.Took < inTime);
await switches.SetAsync("Prices", "well");

await shop.AskUntilAsync("unicorn", "a product that there is not", page => page is { Status: 404, Cause: "product" });
foreach (var sku in new[] { "lamp", "chair", "desk" })
{
    await shop.AskUntilAsync(sku, $"all is well again: the {sku}", page => page.IsComplete && page.Took < inTime);
}

Console.WriteLine($"After {clock.Elapsed.TotalSeconds:F0} s: {shop.Answers} answers, {shop.AnswersOfTheApi} of them by the API itself while a function was gone.");
foreach (var mistake in check.Mistakes.Take(20))
{
    Console.WriteLine("  WRONG: " + mistake);
}

Console.WriteLine(check.Mistakes.Count == 0
    ? "Every page had what it needs, and named what it lacked."
    : $"{check.Mistakes.Count} things are not as expected.");
return check.Mistakes.Count == 0 ? 0 : 1;

static string? Reason(IReadOnlyDictionary<string, string> reports, string part) => reports.GetValueOrDefault(part);
