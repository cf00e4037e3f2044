namespace Patterns.Local.Services.Sqs.MoveTasks;

/// <summary>The tasks that move messages out of dead-letter queues, newest first, the last ten of each queue.</summary>
internal sealed class MessageMoveTasks(SqsService service)
{
    private const int Kept = 10;
    private const int MaximumRate = 500;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<MessageMoveTask>> _tasks = [];

    /// <param name="sourceArn">A dead-letter queue.</param>
    /// <param name="destinationArn">Null drives each message back to the queue that it came from.</param>
    /// <param name="maximumPerSecond">1 to 500; null is as fast as possible.</param>
    /// <returns>The handle that cancels the task.</returns>
    public string Start(string sourceArn, string? destinationArn, int? maximumPerSecond)
    {
        var source = Find("SourceArn", sourceArn);
        CheckDestination(source, destinationArn);
        if (service.Redrive.SourcesOf(source).Count == 0)
        {
            throw SqsErrors.InvalidParameterValue("Source queue must be configured as a Dead Letter Queue.");
        }

        if (maximumPerSecond is < 1 or > MaximumRate)
        {
            throw SqsErrors.InvalidParameterValue(
                "MaxNumberOfMessagesPerSecond", $"{maximumPerSecond}", $"Must be between 1 and {MaximumRate}, if provided.");
        }

        lock (_gate)
        {
            return Add(() => new MessageMoveTask(service, source, destinationArn, maximumPerSecond), sourceArn);
        }
    }

    /// <returns>How many messages the task had moved.</returns>
    public long Cancel(string taskHandle)
    {
        if (!MoveTaskHandle.TryParse(taskHandle, out var handle))
        {
            throw SqsErrors.InvalidParameterValue("Value for parameter TaskHandle is invalid.");
        }

        Find("SourceArn", handle.SourceArn);
        return TasksOf(handle.SourceArn).FirstOrDefault(task => task.Handle == handle)?.Cancel()
            ?? throw SqsErrors.ResourceNotFound("Task does not exist.");
    }

    public IReadOnlyList<MoveTaskSnapshot> List(string sourceArn, int maximum)
    {
        if (maximum is < 1 or > Kept)
        {
            throw SqsErrors.InvalidParameterValue("MaxResults", $"{maximum}", $"Must be between 1 and {Kept}, if provided.");
        }

        Find("SourceArn", sourceArn);
        return [.. TasksOf(sourceArn).Take(maximum).Select(task => task.Snapshot())];
    }

    private string Add(Func<MessageMoveTask> start, string sourceArn)
    {
        if (!_tasks.TryGetValue(sourceArn, out var tasks))
        {
            _tasks[sourceArn] = tasks = [];
        }

        if (tasks.Exists(earlier => earlier.IsRunning))
        {
            throw SqsErrors.InvalidParameterValue(
                "There is already a task running. Only one active task is allowed for a source queue arn at a given time.");
        }

        var task = start();
        tasks.Insert(0, task);
        if (tasks.Count > Kept)
        {
            tasks.RemoveAt(Kept);
        }

        return task.Handle.ToString();
    }

    private List<MessageMoveTask> TasksOf(string sourceArn)
    {
        lock (_gate)
        {
            return _tasks.TryGetValue(sourceArn, out var tasks) ? [.. tasks] : [];
        }
    }

    private void CheckDestination(SqsQueue source, string? destinationArn)
    {
        if (destinationArn is not null && Find("DestinationArn", destinationArn).IsFifo != source.IsFifo)
        {
            throw SqsErrors.InvalidParameterValue("Source queue type and destination queue type must be the same.");
        }
    }

    private SqsQueue Find(string parameter, string arn)
    {
        if (arn.Split(':') is not ["arn", _, _, _, _, _])
        {
            throw SqsErrors.InvalidParameterValue(
                $"You must use this format to specify the {parameter}: arn:<partition>:<service>:<region>:<account-id>:<resource-id>");
        }

        return service.TryFindByArn(arn, out var queue)
            ? queue
            : throw SqsErrors.ResourceNotFound($"The resource that you specified for the {parameter} parameter doesn't exist.");
    }
}
