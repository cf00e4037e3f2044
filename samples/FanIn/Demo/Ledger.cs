using System.Diagnostics;
using System.Text.Json;
using Amazon.SQS;

namespace FanIn.Demo;

/// <summary>What arrived where.</summary>
internal sealed class Ledger : IDisposable
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);
    private readonly AmazonSQSClient _sqs = new();
    private readonly Inbox _results;
    private readonly Inbox _late;
    private readonly Inbox _nonsense;
    private readonly Inbox _deadInquiries;
    private readonly Inbox _deadTimers;

    public Ledger(StackOutputs stack)
    {
        _results = new(_sqs, stack.ResultsUrl, Arrival.Of);
        _late = new(_sqs, stack.LateAnswersUrl, Arrival.Of);
        _nonsense = new(_sqs, stack.AnswerDeadLettersUrl, Arrival.OfDeadLetter);
        _deadInquiries = new(_sqs, stack.InquiryDeadLettersUrl, Arrival.OfDeadLetter);
        _deadTimers = new(_sqs, stack.TimerDeadLettersUrl, Arrival.OfDeadLetter);
    }

    /// <summary>By the request.</summary>
    public IReadOnlyDictionary<string, List<Arrival>> Results => _results.ById;

    /// <summary>Answers that came too late, by request and supplier.</summary>
    public IReadOnlyDictionary<string, List<Arrival>> Late => _late.ById;

    /// <summary>The dead letters of the answers, by request and supplier.</summary>
    public IReadOnlyDictionary<string, List<Arrival>> Nonsense => _nonsense.ById;

    /// <summary>The dead letters that nothing in this demo should become.</summary>
    public IEnumerable<string> Lost => _deadInquiries.ById.Keys.Concat(_deadTimers.ById.Keys);

    public static string AnswerId(QuoteRequest request, string supplier) => $"{request.Id}/{supplier}";

    /// <summary>Reads until nothing is missing and nothing more comes, or patience ends.</summary>
    public async Task CollectAsync(RequestBook book, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        var nextLine = TimeSpan.Zero;
        while (clock.Elapsed < patience)
        {
            var arrived = await ReadAsync();
            var open = book.Requests.Sum(Open);
            var isDone = open == 0 && arrived == 0;
            if (isDone || clock.Elapsed >= nextLine)
            {
                Console.WriteLine($"  {clock.Elapsed.TotalSeconds,4:F0} s  {Results.Count,5} results, {Late.Count,4} late answers, {Nonsense.Count,4} dead letters, {open,4} to come");
                nextLine = clock.Elapsed + LineEvery;
            }

            if (isDone)
            {
                return;
            }
        }
    }

    public BestQuote? ResultOf(QuoteRequest request) => Results.TryGetValue(request.Id, out var copies)
        ? JsonSerializer.Deserialize<BestQuote>(copies[0].Body, JsonSerializerOptions.Web)
        : null;

    public void Dispose() => _sqs.Dispose();

    private async Task<int> ReadAsync() =>
        await _results.EmptyAsync(waitSeconds: 1)
        + await _late.EmptyAsync(waitSeconds: 1)
        + await _nonsense.EmptyAsync(waitSeconds: 0)
        + await _deadInquiries.EmptyAsync(waitSeconds: 0)
        + await _deadTimers.EmptyAsync(waitSeconds: 0);

    /// <summary>How much of a request must still come: its result, and the answers that are not part of it.</summary>
    private int Open(QuoteRequest request)
    {
        if (ResultOf(request) is not { } result)
        {
            return 1;
        }

        var missing = result.Missing.Select(supplier => (Supplier: supplier, Id: AnswerId(request, supplier)));
        return missing.Count(answer =>
            (Market.EverQuotes(answer.Supplier) && !Late.ContainsKey(answer.Id))
            || (answer.Supplier == Market.Garbled && !Nonsense.ContainsKey(answer.Id)));
    }
}
