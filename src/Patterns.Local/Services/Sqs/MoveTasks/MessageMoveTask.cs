using Patterns.Local.Services.Sqs.Storage;

namespace Patterns.Local.Services.Sqs.MoveTasks;

/// <summary>Moves the messages of a dead-letter queue, piece by piece on the clock, until none is visible.</summary>
internal sealed class MessageMoveTask
{
    private const int UnlimitedPerTick = 1_000;
    private const string QueueIsGone = "AWS.SimpleQueueService.NonExistentQueue";

    private static readonly TimeSpan UnlimitedTick = TimeSpan.FromMilliseconds(10);

    private readonly SqsService _service;
    private readonly SqsQueue _source;
    private readonly MoveTaskSnapshot _start;
    private readonly TimeSpan _tick;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private MoveTaskStatus _status = MoveTaskStatus.Running;
    private string? _failureReason;
    private long _moved;

    public MessageMoveTask(SqsService service, SqsQueue source, string? destinationArn, int? maximumPerSecond)
    {
        _service = service;
        _source = source;
        Handle = new MoveTaskHandle(Guid.NewGuid(), source.Arn);
        _start = new MoveTaskSnapshot(
            MoveTaskStatus.Running, 0, source.Counts.Visible, service.Aws.Time.GetUtcNow(), source.Arn, destinationArn) { MaximumPerSecond = maximumPerSecond };
        _tick = maximumPerSecond is { } rate ? TimeSpan.FromSeconds(1) / rate : UnlimitedTick;
        _timer = service.Aws.Time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public MoveTaskHandle Handle { get; }

    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _status == MoveTaskStatus.Running;
            }
        }
    }

    public MoveTaskSnapshot Snapshot()
    {
        lock (_gate)
        {
            return _start with
            {
                Status = _status,
                Moved = _moved,
                FailureReason = _failureReason,
                TaskHandle = _status == MoveTaskStatus.Running ? Handle.ToString() : null,
            };
        }
    }

    /// <summary>Stops the task; what it moved stays moved.</summary>
    /// <returns>How many messages it moved, or null when it was over already.</returns>
    public long? Cancel()
    {
        lock (_gate)
        {
            if (_status != MoveTaskStatus.Running)
            {
                return null;
            }

            End(MoveTaskStatus.Cancelled);
            return _moved;
        }
    }

    private void Tick()
    {
        lock (_gate)
        {
            var left = _start.MaximumPerSecond is null ? UnlimitedPerTick : 1;
            while (_status == MoveTaskStatus.Running && left-- > 0)
            {
                MoveOne();
            }

            if (_status == MoveTaskStatus.Running)
            {
                _timer.Change(_tick, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void MoveOne()
    {
        try
        {
            switch (_source.Messages.MoveNext(TargetOf))
            {
                case MoveOutcome.Moved:
                    _moved++;
                    break;
                case MoveOutcome.NothingToMove:
                    End(MoveTaskStatus.Completed);
                    break;
                default:
                    Fail(_failureReason ?? QueueIsGone);
                    break;
            }
        }
        catch (AwsException)
        {
            Fail(QueueIsGone);
        }
    }

    private SqsQueue? TargetOf(StoredMessage message)
    {
        var arn = _start.DestinationArn ?? message.DeadLetterQueueSourceArn;
        if (arn is null)
        {
            _failureReason = "CouldNotDetermineMessageSource";
            return null;
        }

        return _service.TryFindByArn(arn, out var target) ? target : null;
    }

    private void Fail(string reason)
    {
        _failureReason = reason;
        End(MoveTaskStatus.Failed);
    }

    private void End(MoveTaskStatus status)
    {
        _status = status;
        _timer.Dispose();
    }
}
