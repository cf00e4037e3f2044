using System.Text.Json;
using Amazon.SQS;

namespace DataProcessing.Demo;

/// <summary>What came out of the stack: results, every copy of them, and what lies in the two queues for the hopeless.</summary>
internal sealed class Ledger(StackOutputs stack, Api api) : IDisposable
{
    private const int SecondsBetweenLooks = 4;
    private readonly AmazonSQSClient _sqs = new();
    private readonly List<string> _results = [];

    /// <summary>The ids of the parts that are kept for a redrive.</summary>
    public IReadOnlyList<string> Buried { get; private set; } = [];

    /// <summary>Why jobs have no result.</summary>
    public IReadOnlyList<string> DeadJobs { get; private set; } = [];

    /// <summary>The copies of a job's result, as they came.</summary>
    public IReadOnlyList<string> CopiesOf(Job job) => [.. _results.Where(result => Read(result).JobId == job.Id)];

    public JobResult? ResultOf(Job job) => CopiesOf(job) is [var first, ..] ? Read(first) : null;

    /// <summary>Waits for the results of the jobs, and says every few seconds how far they are.</summary>
    public async Task CollectAsync(IReadOnlyList<Job> jobs, TimeSpan patience)
    {
        var results = new Inbox(_sqs, stack.ResultsUrl);
        var end = DateTimeOffset.UtcNow + patience;
        var before = "";
        while (jobs.Any(job => ResultOf(job) is null) && DateTimeOffset.UtcNow < end)
        {
            _results.AddRange((await results.EmptyAsync(SecondsBetweenLooks)).Select(message => message.Body));
            var now = await DescribeAsync(jobs);
            Console.WriteLine(now == before ? "  …" : now);
            before = now;
        }
    }

    /// <summary>Takes what else is in the queues.</summary>
    public async Task CloseAsync(IReadOnlyList<Job> jobs)
    {
        _results.AddRange((await new Inbox(_sqs, stack.ResultsUrl).EmptyAsync(waitSeconds: 1)).Select(message => message.Body));
        var buried = await new Inbox(_sqs, stack.BuriedPartsUrl).EmptyAsync(waitSeconds: 1);
        var ids = buried.Select(message => message.MessageAttributes["ce-id"].StringValue);
        Buried = [.. ids.Where(id => jobs.Any(job => id.StartsWith(job.Id + "/", StringComparison.Ordinal))).Distinct()];
        var dead = await new Inbox(_sqs, stack.JobDeadLettersUrl).EmptyAsync(waitSeconds: 1);
        DeadJobs = [.. dead.Select(message => message.MessageAttributes?.GetValueOrDefault("failure-message")?.StringValue ?? "A job's message was received too often.")];
    }

    public void Dispose() => _sqs.Dispose();

    private static JobResult Read(string result) => JsonSerializer.Deserialize<JobResult>(result, JsonSerializerOptions.Web)!;

    private async Task<string> DescribeAsync(IReadOnlyList<Job> jobs)
    {
        var states = new List<string>();
        foreach (var job in jobs)
        {
            var state = await api.FindAsync(job.Id);
            states.Add(state is null ? $"{job.Id}: waits" : $"{job.Id}: {state.PartsDone} of {state.Parts?.ToString() ?? "?"} parts, {state.State.ToLowerInvariant()}");
        }

        return "  " + string.Join(";  ", states);
    }
}
