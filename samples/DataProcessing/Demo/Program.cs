using System.Net;
using DataProcessing.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var corpus = Corpus.Find();
var counted = DirectCount.Of(corpus.Texts);
Console.WriteLine($"{corpus.Texts.Count} texts in {corpus.Folder}: {corpus.Lines:N0} lines, {counted.Values.Sum():N0} words, {counted.Count:N0} different ones.");
Console.WriteLine("Three more bring trouble: one is confidential, one has its mapper fall over every time, and one is a single endless line.");

using var api = new Api(stack.ApiUrl);
using var ledger = new Ledger(stack, api);
var documents = await api.StoreAsync([.. corpus.Trouble, .. corpus.Texts], inFlight: 4);

// Some 300 parts. The second job has the same texts under a name of its own, and the first one is sent twice.
var linesPerPart = Math.Max(1, corpus.Lines / 300);
var job = new Job($"words-{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss}", linesPerPart, documents);
var again = job with { Id = job.Id + "-again" };
await Task.WhenAll(api.StartAsync(job), api.StartAsync(job), api.StartAsync(again));
Console.WriteLine($"Two jobs count these texts, in parts of {linesPerPart} lines, and the first job was sent twice. {api.Repeated} requests had to be repeated.");
Console.WriteLine("A part that fails comes back after 12 seconds, and is given up after 4 tries. The jobs wait for that.");
Console.WriteLine();

await ledger.CollectAsync([job, again], patience: TimeSpan.FromSeconds(240));
var answers = new Answers(
    SameJobAgain: await api.StartAsync(job) == HttpStatusCode.OK,
    OtherJobRefused: await api.StartAsync(job with { LinesPerPart = linesPerPart + 1 }) == HttpStatusCode.Conflict);
await ledger.CloseAsync([job, again]);

var mistakes = new Check(counted, ledger, answers).Run([job, again]);
new Report(counted, ledger).Print([job, again], mistakes);
return mistakes.Count == 0 ? 0 : 1;
