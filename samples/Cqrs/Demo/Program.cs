using Amazon.SQS;
using Amazon.SQS.Model;
using Amazon.StepFunctions;
using Cqrs.Demo;

const int PoliciesOfEach = 6;
const int ChangesOfEach = 6;
string[] holders = ["ann", "bob", "cleo"];
string[] lines = ["home", "car"];

var outputs = StackOutputs.FromEnvironment();
var runId = Random.Shared.Next(100_000, 999_999);
using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
using var http = new HttpClient { BaseAddress = outputs.ApiUrl };
var (write, read) = (new WriteSide(http, runId), new ReadSide(http));
var rebuilds = new Rebuilds(new AmazonStepFunctionsClient(), outputs.RebuildMachineArn, runId);
Policy[] policies =
[
    .. from holder in holders
       from number in Enumerable.Range(0, PoliciesOfEach)
       select new Policy($"{holder}-{number}-{runId}", holder, $"{lines[number % lines.Length]}-{runId}"),
];

Console.WriteLine($"{policies.Length} policies are opened and changed, every change is read back from the view, a browser follows one holder, and both views are rebuilt meanwhile.");
var end = new TaskCompletionSource<IReadOnlyDictionary<string, long>>();
var follower = new Follower(outputs.SocketUrl, holders[0]);
var following = follower.FollowAsync(end.Task, limit.Token);
try
{
    await Parallel.ForEachAsync(policies, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (policy, _) =>
    {
        await write.OpenAsync(policy, 100);
        await read.CheckAsync(policy);
    });

    // The second half of all changes happens while the views are made anew.
    var rebuilding = Task.WhenAll(rebuilds.RunAsync("holders", 2, limit.Token), rebuilds.RunAsync("lines", 2, limit.Token));
    await Parallel.ForEachAsync(policies, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (policy, _) =>
    {
        for (var change = 1; change <= ChangesOfEach; change++)
        {
            await write.ChangeAsync(policy, 100 + (change * 10));
            await read.CheckAsync(policy);
        }

        if (policy.Id.Contains("-5-", StringComparison.Ordinal))
        {
            await write.CancelAsync(policy);
            await read.CheckAsync(policy);
        }
    });
    await rebuilding;
    foreach (var policy in policies)
    {
        await read.CheckAsync(policy);
    }

    end.SetResult(policies.Where(policy => policy.Holder == holders[0]).ToDictionary(policy => policy.Id, policy => policy.Version));
    await following;
    await CheckLinesAsync();
    await CheckFailedAsync();
}
catch (Exception exception) when (exception is DemoException or OperationCanceledException)
{
    Console.WriteLine("WRONG: " + exception.Message);
    return 1;
}

var waits = read.Waits.Order().ToArray();
Console.WriteLine($"""

      commands               {write.Sent}, of which {write.Repeated} were sent once more and {write.TriedAgain} tries had no reply
      read what was written  {waits.Length} times, after {waits[waits.Length / 2]:0} ms in the middle and {waits[^1]:0} ms at most; {read.Behind} queries were told that the view is behind
      pushed to the browser  {follower.Pushes} rows over {follower.Connections} connections

    Every command had one effect, every view is what the commands say, and the browser has no gap.
    """);
return 0;

async Task CheckLinesAsync()
{
    var expected = policies.Where(policy => policy.IsOpen).GroupBy(policy => policy.Line).ToDictionary(line => line.Key, line => (line.Count(), line.Sum(policy => policy.Premium)));
    var shown = await read.GetLinesAsync(policies);
    foreach (var (line, total) in expected)
    {
        if (!shown.TryGetValue(line, out var found) || found != total)
        {
            throw new DemoException($"{line} has {total}, and the view says {found}.");
        }
    }
}

async Task CheckFailedAsync()
{
    using var queues = new AmazonSQSClient();
    var failed = await queues.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = outputs.FailedChangesUrl, MaxNumberOfMessages = 10 }, limit.Token);
    if (failed.Messages is { Count: > 0 } messages)
    {
        throw new DemoException($"{messages.Count} changes or more are in no view: {messages[0].Body}");
    }
}
