using PipesAndFilters.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var files = Files.Create(count: 60, seed: 17);

Console.WriteLine($"Putting {files.All.Count} files into the pipe of three functions, and into that of one function with the same filters.");
using var forms = new Forms(stack);
await forms.SendAsync(files.All);

await forms.CollectAsync(files, patience: TimeSpan.FromSeconds(150));
var mistakes = new Check(files, forms).Run();
new Report(files, forms, mistakes).Print();
return mistakes.Count == 0 ? 0 : 1;
