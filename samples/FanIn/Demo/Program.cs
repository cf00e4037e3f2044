using FanIn.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var book = RequestBook.Create(count: 300, seed: 17);

Console.WriteLine($"Posting {book.Requests.Count} requests, 8 at a time: {book.Describe()}.");
using var customer = new Customer(stack.ApiUrl);
using var ledger = new Ledger(stack);
await customer.AskAllAsync(book.Requests, inFlight: 8);
Console.WriteLine($"All are taken; {customer.Repeated} had to be sent again.");
Console.WriteLine();

await ledger.CollectAsync(book, patience: TimeSpan.FromSeconds(150));
var mistakes = new Check(book, ledger).Run();
new Report(book, ledger, mistakes).Print();
return mistakes.Count == 0 ? 0 : 1;
