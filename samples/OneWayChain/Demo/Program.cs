using OneWayChain.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var documents = Pile.Create(count: 200, seed: 17);

Console.WriteLine($"Handing in {documents.Count} documents, 8 at a time; some are empty, unreadable, for a full shelf, or too much for the scanner.");
using var post = new Post(stack.ApiUrl);
using var ledger = new Ledger(stack, documents, post);
await post.SendAllAsync(documents, inFlight: 8);
Console.WriteLine("All are accepted. Nobody waits for a chain; this demo reads where they end.");
Console.WriteLine();

await ledger.CollectAsync(patience: TimeSpan.FromSeconds(150));
var mistakes = new Check(documents, ledger).Run();
new Report(documents, ledger, mistakes).Print();
return mistakes.Count == 0 ? 0 : 1;
