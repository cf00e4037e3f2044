using System.Diagnostics;
using Amazon.SQS;

namespace OneWayChain.Demo;

/// <summary>How the chains ended. What an accident ended is handed in again, as its owner would do who reads the failure record.</summary>
internal sealed class Ledger : IDisposable
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);
    private readonly AmazonSQSClient _sqs = new();
    private readonly Dictionary<string, Document> _documents;
    private readonly Post _post;
    private readonly Inbox _completed;
    private readonly Inbox _failed;
    private readonly List<Completion> _completions = [];
    private readonly List<Failure> _failures = [];
    private readonly List<Failure> _accidents = [];

    public Ledger(StackOutputs stack, IReadOnlyList<Document> documents, Post post)
    {
        _documents = documents.ToDictionary(document => document.Id);
        _post = post;
        _completed = new Inbox(_sqs, stack.CompletionsUrl);
        _failed = new Inbox(_sqs, stack.FailuresUrl);
    }

    public ILookup<string, Completion> Completions => _completions.ToLookup(completion => completion.Chain);

    public ILookup<string, Failure> Failures => _failures.ToLookup(failure => failure.Chain);

    /// <summary>The failures after which a document was handed in again.</summary>
    public IReadOnlyList<Failure> Accidents => _accidents;

    /// <summary>Reads until every chain has ended, or patience ends.</summary>
    public async Task CollectAsync(TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        var nextLine = TimeSpan.Zero;
        for (var open = _documents.Count; open > 0 && clock.Elapsed < patience;)
        {
            _completions.AddRange((await _completed.EmptyAsync(waitSeconds: 1)).Select(Completion.Of));
            foreach (var failure in (await _failed.EmptyAsync(waitSeconds: 0)).Select(Failure.Of))
            {
                await TakeAsync(failure);
            }

            open = _documents.Keys.Except(_completions.Select(completion => completion.Chain)).Except(_failures.Select(failure => failure.Chain)).Count();
            if (open == 0 || clock.Elapsed >= nextLine)
            {
                Console.WriteLine($"  {clock.Elapsed.TotalSeconds,4:F0} s  {Completions.Count,4} completed, {Failures.Count,3} failed, {open,4} to come");
                nextLine = clock.Elapsed + LineEvery;
            }
        }
    }

    public void Dispose() => _sqs.Dispose();

    private async Task TakeAsync(Failure failure)
    {
        if (_documents.TryGetValue(failure.Chain, out var document) && Expectation.Of(document).IsAccident(failure))
        {
            _accidents.Add(failure);
            await _post.SendAsync(document);
        }
        else
        {
            _failures.Add(failure);
        }
    }
}
