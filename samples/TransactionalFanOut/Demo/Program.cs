using TransactionalFanOut.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var book = OrderBook.Create(run: $"run{DateTime.UtcNow:MMddHHmmss}", count: 200, seed: 17);
using var tables = new Tables(stack, book.Run);
using var queues = new Queues(stack, book.Run);
using var shop = new Shop(stack.ApiUrl);

Console.WriteLine($"Posting, 8 orders at a time: {book.Describe()}");
await tables.StockAsync(book.Skus, OrderBook.StockOfEach);
await shop.PostAllAsync(book, inFlight: 8);
Console.WriteLine($"Answers: {string.Join(", ", shop.Answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Value} x {answer.Key}"))}; {shop.Repeated} requests had to be repeated");

var orders = await tables.ReadOrdersAsync();
var stock = await tables.ReadStockAsync();
var expectation = new Expectation(book, orders);
Console.WriteLine($"Committed: {orders.Count} orders with {orders.Sum(order => order.Messages.Count())} messages; {book.Lives.Count - orders.Count} orders were refused");
Console.WriteLine();

var delivery = new Delivery(tables, queues, expectation);
var isComplete = await delivery.CollectAsync(patience: TimeSpan.FromSeconds(150));
var report = new Report(book, shop, expectation, stock, delivery.Lines, queues.Failed);
report.Print();
return isComplete && report.IsAsExpected ? 0 : 1;
