using Firehose.Demo;

var stack = StackOutputs.FromEnvironment();
var run = Guid.NewGuid().ToString("N")[..8];
var log = WebLog.Create(run, seed: 11, lines: 20_000);
var archive = new Archive(stack.Archive, run);

Console.WriteLine($"Putting {log.Lines.Count} lines of a web log: {log.Views.Count} of people, {log.Bots} of bots, {log.Broken.Count} broken.");
using (var shipper = new Shipper(stack.DeliveryStream))
{
    await shipper.PutAsync(log.Lines);
}

await archive.CollectAsync(log.Views.Count + log.Broken.Count, patience: TimeSpan.FromSeconds(150));
var mistakes = new Check(log, archive).Run();
var (delivered, failed) = (archive.Views.Distinct().Count(), archive.Failed.Distinct().Count());

Console.WriteLine();
Console.WriteLine($"  put {log.Lines.Count} = delivered {delivered} + dropped {log.Lines.Count - delivered - failed} + failed {failed}");
Console.WriteLine();
foreach (var mistake in mistakes)
{
    Console.WriteLine(mistake);
}

Console.WriteLine(mistakes.Count == 0 ? "Every line is delivered, dropped or kept as failed, as it must be." : $"{mistakes.Count} mistakes.");
return mistakes.Count == 0 ? 0 : 1;
