using Amazon.Kinesis;
using Amazon.SQS;
using StreamTransform.Demo;

// Where the stack is: its outputs, as the runner or a deployment names them.
var stack = StackOutputs.FromEnvironment();
var count = int.TryParse(Environment.GetEnvironmentVariable("LINES"), out var chosen) ? chosen : 5_000;
using var kinesis = new AmazonKinesisClient();
using var sqs = new AmazonSQSClient();
var stream = new LogStream(kinesis, stack.AccessLogName);

var lines = AccessLog.Create(count, seed: 2026);
var expected = new Expectation(lines);
var (views, errors, broken) = (new PageViews(kinesis, stack.PageViewsName), new Inbox(sqs, stack.ErrorsUrl), new Inbox(sqs, stack.BrokenLinesUrl));
var check = new Check(expected, views, errors, broken);

var shards = await stream.CountOpenShardsAsync();
Console.WriteLine($"Replaying {count} lines of {lines.Select(line => line.Visitor).Distinct().Count()} visitors, and splitting the stream's {shards} shards on the way.");
await views.StartAsync();
await stream.ReplayAsync([.. lines.Take(count / 2)]);
await stream.ReshardAsync(shards * 2);
await stream.ReplayAsync([.. lines.Skip(count / 2)]);
Console.WriteLine($"All are taken by {await stream.CountOpenShardsAsync()} shards; {stream.Repeated} had to be sent again.");
Console.WriteLine();

var end = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(150 + (count / 500));
do
{
    await views.ReadAsync();
    await errors.EmptyAsync();
    await broken.EmptyAsync();
    Console.WriteLine($"  {views.Count,6} of {expected.ViewCount} views and searches, {errors.Count,5} of {expected.Errors.Count} errors, {broken.Count,4} of {expected.Broken.Count} broken lines");
}
while (!check.IsComplete && DateTimeOffset.UtcNow < end);

Console.WriteLine();
Console.WriteLine($"  dropped by the rules: {expected.Robots} lines of robots, {expected.OtherDropped} others; {views.Replays} records came again and were recognised by their ids");
Console.WriteLine();
var mistakes = check.Mistakes();
foreach (var mistake in mistakes.Take(20))
{
    Console.WriteLine($"  WRONG: {mistake}");
}

Console.WriteLine(mistakes.Count == 0 ? "What came out is what the log says, byte for byte, each visitor's lines in their order." : $"{mistakes.Count} things are wrong.");
return mistakes.Count == 0 ? 0 : 1;
