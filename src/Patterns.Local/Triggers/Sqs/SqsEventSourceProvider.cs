using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Triggers.Sqs;

/// <summary>Reads queues for functions.</summary>
/// <param name="queues">The queues of the account.</param>
/// <param name="invoker">Runs the functions.</param>
/// <param name="console">Told what a developer should know.</param>
/// <param name="options">How many batches run at once on this machine.</param>
internal sealed class SqsEventSourceProvider(SqsService queues, IFunctionInvoker invoker, IFunctionConsole console, SqsEventSourceOptions? options = null) : IEventSourceProvider
{
    private const int DefaultBatchSize = 10;
    private const int MostPerBatch = 10_000;

    /// <summary>What one receive returns at most, and so the largest batch without a window or from a FIFO queue.</summary>
    private const int MostPerReceive = 10;

    public bool CanRead(string eventSourceArn) => eventSourceArn.Split(':') is ["arn", _, "sqs", _, _, _];

    public EventSourceMappingSettings Validated(EventSourceMappingSettings settings)
    {
        var queue = Find(settings.EventSourceArn);
        CheckVisibility(settings.Function.Definition, queue);
        CheckBatching(settings, queue.IsFifo);
        CheckConcurrency(settings.MaximumConcurrency);
        if (settings.Stream != StreamMappingSettings.None)
        {
            throw LambdaErrors.InvalidParameter("Unsupported parameter for given event source mapping type: a queue has none of the settings of streams.");
        }

        Compile(settings.Filters);
        return settings with { BatchSize = settings.BatchSize ?? DefaultBatchSize };
    }

    public IEventSource Start(EventSourceMappingSettings settings, MappingProgress progress)
    {
        var source = new SqsEventSource(Find(settings.EventSourceArn), settings, Compile(settings.Filters), queues.Aws, invoker, console, options ?? new SqsEventSourceOptions());
        source.Start();
        return source;
    }

    private static void CheckVisibility(FunctionDefinition function, SqsQueue queue)
    {
        var visibility = queue.Settings.VisibilityTimeout;
        if (function.Timeout > visibility)
        {
            throw LambdaErrors.InvalidParameter($"Queue visibility timeout: {visibility.TotalSeconds:F0} seconds is less than Function timeout: {function.Timeout.TotalSeconds:F0} seconds");
        }
    }

    private static void CheckBatching(EventSourceMappingSettings settings, bool isFifo)
    {
        var size = settings.BatchSize ?? DefaultBatchSize;
        if (size is < 1 or > MostPerBatch)
        {
            throw LambdaErrors.Validation($"{size}", "batchSize", size < 1 ? "Member must have value greater than or equal to 1" : $"Member must have value less than or equal to {MostPerBatch}");
        }

        if (isFifo && settings.BatchingWindow > TimeSpan.Zero)
        {
            throw LambdaErrors.InvalidParameter("Batching window is not supported for FIFO queues.");
        }

        if (isFifo && size > MostPerReceive)
        {
            throw LambdaErrors.InvalidParameter($"BatchSize must be less than or equal to {MostPerReceive} for FIFO queues.");
        }

        if (size > MostPerReceive && settings.BatchingWindow < TimeSpan.FromSeconds(1))
        {
            throw LambdaErrors.InvalidParameter($"Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than {MostPerReceive}");
        }
    }

    private static void CheckConcurrency(int? maximum)
    {
        if (maximum is < 2 or > 1000)
        {
            throw LambdaErrors.Validation($"{maximum}", "scalingConfig.maximumConcurrency", maximum < 2 ? "Member must have value greater than or equal to 2" : "Member must have value less than or equal to 1000");
        }
    }

    private static EventPattern[] Compile(IReadOnlyList<string> filters)
    {
        try
        {
            return [.. filters.Select(filter => EventPattern.Parse(filter, PatternDialect.LambdaSqs))];
        }
        catch (EventPatternException exception)
        {
            throw LambdaErrors.InvalidParameter($"Invalid filter pattern definition. {exception.Describe()}");
        }
    }

    private SqsQueue Find(string arn) => queues.TryFindByArn(arn, out var queue)
        ? queue
        : throw LambdaErrors.InvalidParameter(
            "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist.");
}
