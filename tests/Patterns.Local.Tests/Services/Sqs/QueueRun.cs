using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Tests.Services.Sqs;

/// <summary>Does random steps on a queue with a dead-letter queue, and keeps the books.</summary>
internal sealed class QueueRun
{
    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(600);

    private readonly SqsFixture _sqs = new();
    private readonly SqsQueue _queue;
    private readonly SqsQueue _deadLetters;
    private readonly List<ReceivedMessage> _taken = [];
    private readonly Dictionary<Guid, DateTimeOffset> _alive = [];
    private readonly HashSet<Guid> _moved = [];
    private int _sent;

    public QueueRun(bool isFifo, int maxReceiveCount)
    {
        (string, string)[] retention = [("MessageRetentionPeriod", $"{Retention.TotalSeconds}")];
        _deadLetters = isFifo ? _sqs.Fifo("dead.fifo") : _sqs.Standard("dead");
        _queue = _sqs.WithDeadLetters(_deadLetters, maxReceiveCount);
        _queue.SetAttributes(retention.ToDictionary(pair => pair.Item1, pair => pair.Item2));
    }

    public void Do(QueueStep step, GroupModel? model)
    {
        switch (step.Kind)
        {
            case < 35:
                Send(step.Argument, model);
                break;
            case < 60:
                Receive(step.Argument, model);
                break;
            case < 75:
                Delete(step.Argument, model);
                break;
            case < 88:
                ChangeVisibility(step.Argument, model);
                break;
            default:
                Pass(step.Argument, model);
                break;
        }
    }

    /// <summary>Sent = in the queue + deleted + expired + moved, and no message is in two of these places.</summary>
    public void CheckBalance()
    {
        foreach (var (id, sentAt) in _alive.ToArray())
        {
            if (sentAt + Retention <= _sqs.Clock.GetUtcNow())
            {
                _alive.Remove(id);
            }
        }

        Assert.Equal(_alive.Count, _queue.Counts.Total + MovedAndAlive());
        Assert.True(_queue.Counts is { Visible: >= 0, InFlight: >= 0, Delayed: >= 0 });
    }

    private int MovedAndAlive()
    {
        var moved = new List<Guid>();
        while (_deadLetters.Receive(10, TimeSpan.FromHours(1)) is { Count: > 0 } page)
        {
            foreach (var message in page)
            {
                moved.Add(message.Id);
                _moved.Add(message.Id);
                _deadLetters.Delete(message.ReceiptHandle);
            }
        }

        Assert.Equal(moved.Count, moved.Distinct().Count());
        return _moved.Count(_alive.ContainsKey);
    }

    private void Send(int argument, GroupModel? model)
    {
        var group = $"g{argument % 4}";
        var message = new NewMessage($"{_sent++}")
        {
            GroupId = _queue.IsFifo ? group : null,
            DeduplicationId = _queue.IsFifo ? $"{_sent}" : null,
            Delay = !_queue.IsFifo && argument % 5 == 0 ? TimeSpan.FromSeconds(argument) : null,
        };
        var id = _queue.Send(message).MessageId;
        _alive[id] = _sqs.Clock.GetUtcNow();
        model?.Sent(group, id, _sqs.Clock.GetUtcNow() + Retention);
    }

    private void Receive(int argument, GroupModel? model)
    {
        var visibility = TimeSpan.FromSeconds(argument % 40);
        var received = _queue.Receive(1 + (argument % 10), visibility);
        Assert.Equal(received.Count, received.Select(message => message.Id).Distinct().Count());
        Assert.All(received, message => Assert.True(_alive.ContainsKey(message.Id) && !_moved.Contains(message.Id)));
        _taken.AddRange(received);
        model?.Received(received, _sqs.Clock.GetUtcNow(), visibility);
    }

    private void Delete(int argument, GroupModel? model)
    {
        if (Taken(argument) is not { } message)
        {
            return;
        }

        var before = _queue.Counts.Total;
        try
        {
            _queue.Delete(message.ReceiptHandle);
        }
        catch (AwsException error) when (error.QueryCode == "InvalidParameterValue")
        {
            Assert.True(_queue.IsFifo);
            return;
        }

        if (_queue.Counts.Total < before)
        {
            Assert.True(_alive.Remove(message.Id));
            model?.Deleted(message.Id);
        }
    }

    private void ChangeVisibility(int argument, GroupModel? model)
    {
        if (Taken(argument) is not { } message)
        {
            return;
        }

        var timeout = TimeSpan.FromSeconds(argument % 3 == 0 ? 0 : argument);
        try
        {
            _queue.ChangeVisibility(message.ReceiptHandle, timeout);
            model?.VisibilityChanged(message.Id, _sqs.Clock.GetUtcNow() + timeout);
        }
        catch (AwsException error)
        {
            Assert.Equal("InvalidParameterValue", error.QueryCode);
        }
    }

    private void Pass(int argument, GroupModel? model)
    {
        _sqs.Pass(argument % 7 == 0 ? 120 : argument % 25);
        model?.Expire(_sqs.Clock.GetUtcNow());
    }

    private ReceivedMessage? Taken(int argument) => _taken.Count == 0 ? null : _taken[argument * _taken.Count / 100];
}
