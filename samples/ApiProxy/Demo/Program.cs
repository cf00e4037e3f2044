using System.Diagnostics;
using ApiProxy.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
using var client = new Client(stack.ApiUrl);
using var book = new Book(stack);
var check = new Check();
var clock = Stopwatch.StartNew();
var run = Guid.NewGuid().ToString("N")[..8];

Console.WriteLine("Asking for quotes and placing orders, each order three times with the same key, while the service behind misbehaves.");
var good = await client.GetAsync("quotes/ACME");
check.Expect(
    "a quote should be translated to the last digit",
    good.Body == """{"symbol":"ACME","price":{"currency":"EUR","amount":12.50},"volume":"12345678901234567890","at":"2026-11-26T08:00:00.1234567890\u002B01:00","dividend":null,"venues":["XETRA"]}""",
    good);

var fine = await Quotes("ACME", 40);
var moody = await Quotes("MOODY", 6);
var unknown = await Quotes("UNKNOWN", 3);
var orders = await Orders("ACME", 20);
var closed = await Orders("CLOSED", 3);
var bad = new List<Answer>();
foreach (var kind in new[] { "BUSY", "BOMB", "SPY", "DEEP", "CUT", "HTML" })
{
    bad.AddRange(await Quotes(kind, 2, 502));
}

var malformed = new[]
{
    await client.PostAsync("orders", """{"symbol":"ACME"}""", null, 400),
    await client.PostAsync("orders", """{"symbol":"ACME","quantity":"many"}""", null, 400),
    await client.PostAsync("orders", """{"symbol":"ACME","quantity":1,"quantity":2}""", null, 400),
    await client.GetAsync("history/..%2F..%2Fadmin", 400),
};
var form = await client.PostAsync("orders", "symbol=ACME", null, 415, "application/x-www-form-urlencoded");
var history = await client.GetAsync("history/ACME.csv");

// What holds the service comes last.
var sleepy = await Quotes("SLEEPY", 2);
var late = await Orders("LATE", 2, 504);
var stuck = await Quotes("STUCK", 2, 504);

Console.WriteLine($"After {clock.Elapsed.TotalSeconds:F0} s:");
check.Quotes("a quote", fine, 200);
check.Quotes("a quote after the service said 503 once", moody, 200);
check.Quotes("a quote of a service that slept once", sleepy, 200);
check.Quotes("a quote of a symbol that it does not know", unknown, 422, "refused");
check.Quotes("faults, bombs, spies, 10,000 levels, HTML", bad, 502, "bad-answer");
check.Quotes("a quote of a service that never answers", stuck, 504, "out-of-time");
check.Quotes("a request that makes no sense", malformed, 400, "malformed");
check.Quotes("a request of another type", [form], 415, "unsupported-media-type");
check.Quotes("a file that is passed through", [history], 200);

var placed = await book.ReadOrdersAsync();
foreach (var (key, answers) in orders.Concat(late).Concat(closed))
{
    check.Order(key, answers, [.. placed[key]]);
}

var done = orders.Count(order => order.Value.All(answer => answer.Status == 200));
Console.WriteLine($"  {"orders, each sent three times",-44}{orders.Count,4}: {done} done, {orders.Count - done} of which nobody knows, {orders.Sum(order => placed[order.Key].Count())} in the service's book");
check.Expect("most orders should be done", done >= orders.Count / 2, done);
check.Quotes("an order whose answer was lost", [.. late.SelectMany(order => order.Value).Where(answer => answer.Problem != "outcome-unknown")], 504, "out-of-time");
check.Quotes("an order while trading is closed", [.. closed.SelectMany(order => order.Value).Where(answer => answer.Problem != "outcome-unknown")], 409, "trading-closed");

// The service is out of order for a while: at some time it is not even asked any more.
Answer outage;
var outages = 0;
do
{
    outage = await client.GetAsync($"quotes/OUT-{run}", 503);
}
while (outage.Problem != "circuit-open" && ++outages < 60);

Console.WriteLine($"  a service that is out of order: {outages} requests became {await book.CountCallsAsync($"OUT-{run}")} calls, then the circuit opened");
check.Expect("the circuit should open", outage.Problem == "circuit-open", outage);
var recovered = await client.GetAsync("quotes/ACME");
check.Expect("the circuit should close again", recovered.Status == 200, recovered);

foreach (var mistake in check.Mistakes.Take(20))
{
    Console.WriteLine("  WRONG: " + mistake);
}

Console.WriteLine(check.Mistakes.Count == 0
    ? $"Every request had one answer, and no order was placed twice ({clock.Elapsed.TotalSeconds:F0} s)."
    : $"{check.Mistakes.Count} things are not as expected.");
return check.Mistakes.Count == 0 ? 0 : 1;

async Task<IReadOnlyList<Answer>> Quotes(string kind, int count, int expected = 200)
{
    expected = kind == "UNKNOWN" ? 422 : expected;
    return await EachAsync(count, index => client.GetAsync($"quotes/{kind}-{run}-{index}", expected));
}

async Task<Dictionary<string, IReadOnlyList<Answer>>> Orders(string kind, int count, int expected = 200)
{
    var answers = await EachAsync(count, async index =>
    {
        var key = $"{kind}-{run}-{index}";
        var body = $$"""{"symbol":"{{key}}","quantity":{{index + 1}},"limit":null,"reference":"{{key}}"}""";
        return KeyValuePair.Create(key, await EachAsync(3, _ => client.PostAsync("orders", body, key, kind == "CLOSED" ? 409 : expected)));
    });
    return answers.ToDictionary();
}

// Three at a time are enough for a machine on which every function is a process.
static async Task<IReadOnlyList<T>> EachAsync<T>(int count, Func<int, Task<T>> ask)
{
    var results = new T[count];
    await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (index, _) => results[index] = await ask(index));
    return results;
}
