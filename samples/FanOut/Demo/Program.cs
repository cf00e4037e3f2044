using FanOut.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var orders = OrderBook.Create(count: 500, seed: 17);

Console.WriteLine($"Posting {orders.Posts.Count} requests, 16 at a time: {orders.Describe()}");
using var shop = new Shop(stack.ApiUrl);
var answers = await shop.PostAllAsync(orders.Posts, inFlight: 16);
Console.WriteLine($"Answers: {string.Join(", ", answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Value} x {answer.Key}"))}; {shop.Repeated} requests had to be repeated");
Console.WriteLine();

using var ledger = new Ledger(stack);
var isComplete = await ledger.CollectAsync(orders, patience: TimeSpan.FromSeconds(150));
var report = new Report(orders, answers, ledger);
report.Print();
return isComplete && report.IsAsExpected ? 0 : 1;
