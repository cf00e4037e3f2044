using System.Text;
using Amazon.Lambda.Core;

namespace Patterns.Chains.Tests;

/// <summary>A queue between functions, with the rules of queues: what fails comes again, and in the end goes to the dead letters.</summary>
internal sealed class TestQueue(string name, bool isFifo = false) : IDestination
{
    private readonly InMemoryDestination _memory = new(name) { KeepsOrder = isFifo };
    private readonly LinkedList<SqsRecord> _waiting = new();
    private readonly HashSet<string> _seen = [];
    private readonly Lock _lock = new();

    public string Name => name;

    public DestinationLimits Limits => _memory.Limits;

    public bool KeepsOrder => isFifo;

    /// <summary>How often a message is delivered, besides the tries after failures. A FIFO queue drops copies.</summary>
    public Func<Envelope, int> Copies { get; set; } = static _ => 1;

    /// <summary>Asked for each entry before it is kept: the failure to report for it, or null to take it.</summary>
    public Func<Envelope, SendFailure?> Refuse
    {
        get => _memory.Refuse;
        set => _memory.Refuse = value;
    }

    /// <summary>How often a message is handed out. Default: 5.</summary>
    public int MaxReceiveCount { get; init; } = 5;

    public TestQueue? DeadLetters { get; init; }

    public IReadOnlyList<Envelope> Received => _memory.Received;

    public static SqsRecord Message(Envelope envelope) => new(Encoding.UTF8.GetString(envelope.Body.Span))
    {
        Attributes = envelope.ToAttributes(),
        GroupId = envelope.Key,
    };

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        var failures = await _memory.SendAsync(envelopes, cancellationToken);
        lock (_lock)
        {
            var taken = envelopes.ExceptBy(failures.Select(failure => failure.Envelope.Id), envelope => envelope.Id);
            foreach (var envelope in taken.Where(envelope => !isFifo || _seen.Add(envelope.Id)))
            {
                for (var copy = 0; copy < (isFifo ? 1 : Copies(envelope)); copy++)
                {
                    Put(Message(envelope));
                }
            }
        }

        return failures;
    }

    public void Put(SqsRecord record) => _waiting.AddLast(record);

    /// <summary>Hands a batch to the function; false when there is none.</summary>
    public async Task<bool> DeliverAsync(Func<Stream, ILambdaContext, Task<Stream>> function, int batchSize = 3)
    {
        var batch = Take(batchSize);
        if (batch.Count == 0)
        {
            return false;
        }

        var reply = await function(isFifo ? Events.SqsFifo(batch) : Events.Sqs(batch), new FakeLambdaContext());
        var failed = reply.FailedIds().ToHashSet();
        foreach (var record in Enumerable.Reverse(batch).Where(record => failed.Contains(record.MessageId)))
        {
            Return(record);
        }

        return true;
    }

    private List<SqsRecord> Take(int batchSize)
    {
        lock (_lock)
        {
            var batch = _waiting.Take(batchSize).ToList();
            batch.ForEach(_ => _waiting.RemoveFirst());
            return batch;
        }
    }

    /// <summary>To the front, so that a group keeps its order.</summary>
    private void Return(SqsRecord record)
    {
        lock (_lock)
        {
            if (record.ReceiveCount < MaxReceiveCount)
            {
                _waiting.AddFirst(record with { ReceiveCount = record.ReceiveCount + 1 });
            }
            else
            {
                DeadLetters?.Put(record with { ReceiveCount = 1 });
            }
        }
    }
}
