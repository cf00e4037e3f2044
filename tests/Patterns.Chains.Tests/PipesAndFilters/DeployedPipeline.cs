using System.Text;
using Patterns.Chains.Tests;

namespace Patterns.PipesAndFilters.Tests;

/// <summary>
/// Each filter as a function with a queue before it. Some messages come twice, and some functions die before or after their work or
/// cannot hand on all of it; a seed says which.
/// </summary>
internal sealed class DeployedPipeline
{
    private readonly NumberFilter[] _functions;
    private readonly TestQueue[] _pipes;
    private readonly HashSet<string> _refused = [];
    private readonly int _seed;

    public DeployedPipeline(Filter<int, int>[] filters, bool isFifo, int seed)
    {
        _seed = seed;
        _pipes = [.. Enumerable.Range(0, filters.Length + 1).Select(pipe => NewPipe(pipe, isFifo))];
        _functions = [.. filters.Select((filter, index) => new NumberFilter(filter, _pipes[index + 1], AddFaults))];
    }

    public static string KeyOf(int index) => $"key {index % 3}";

    public static Piece<int> PieceOf(int[] inputs, int index) => new($"m{index}", inputs[index]);

    public async Task<List<Result>> RunAsync(int[] inputs)
    {
        for (var index = 0; index < inputs.Length; index++)
        {
            var (id, value) = PieceOf(inputs, index);
            await _pipes[0].SendAsync([new Envelope { Id = id, Body = Encoding.UTF8.GetBytes(value.ToString()), Key = KeyOf(index) }], CancellationToken.None);
        }

        for (var isBusy = true; isBusy;)
        {
            isBusy = false;
            for (var index = 0; index < _functions.Length; index++)
            {
                isBusy |= await _pipes[index].DeliverAsync(_functions[index].FunctionHandler, batchSize: 5);
            }
        }

        return [.. Results()];
    }

    /// <summary>What is in the last pipe; a FIFO queue drops copies as it would for a reader.</summary>
    private IEnumerable<Result> Results()
    {
        var last = _pipes[^1];
        var received = last.KeepsOrder ? last.Received.DistinctBy(envelope => envelope.Id) : last.Received;
        return received.Select(ResultOf);
    }

    private static Result ResultOf(Envelope envelope)
    {
        var key = KeyOf(int.Parse(envelope.Id.Split('.')[0][1..]));
        Assert.Equal(key, envelope.Key ?? key);
        return new Result(key, envelope.Id, int.Parse(Encoding.UTF8.GetString(envelope.Body.Span)));
    }

    private TestQueue NewPipe(int number, bool isFifo) => new($"pipe {number}", isFifo)
    {
        // Messages of a group that wait for a failed one are handed out with it again and again.
        MaxReceiveCount = isFifo ? 100 : 5,
        Copies = envelope => Draw(envelope.Id, "copies") == 0 ? 2 : 1,
        Refuse = envelope => envelope.Id.EndsWith(".1", StringComparison.Ordinal) && Draw(envelope.Id, "refuse") == 0 && IsFirstTime(envelope.Id)
            ? new SendFailure(envelope, "Throttled", null, IsRetryable: true)
            : null,
    };

    private void AddFaults(RecordPipeline<int> pipeline) => pipeline.Use("faults", next => async (message, context) =>
    {
        if (context.Attempt == 1 && Draw(context.MessageId, "before") == 0)
        {
            throw new InvalidOperationException("Dead before the work.");
        }

        await next(message, context);
        if (context.Attempt <= 3 && Draw(context.MessageId, "after") == 0)
        {
            throw new InvalidOperationException("Dead after the work.");
        }
    });

    private bool IsFirstTime(string id)
    {
        lock (_refused)
        {
            return _refused.Add(id);
        }
    }

    /// <summary>A number from 0 to 3, for the same message always the same one.</summary>
    private int Draw(string id, string what) => new Random(_seed ^ $"{id} {what}".Aggregate(17, (hash, letter) => (hash * 31) + letter)).Next(4);
}
