using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Reads streams of one kind for functions.</summary>
/// <param name="kind">The kind.</param>
/// <param name="find">Finds a stream by its ARN; null when there is none.</param>
/// <param name="aws">Names and clock.</param>
/// <param name="invoker">Runs the functions.</param>
/// <param name="targets">Takes failure records.</param>
/// <param name="console">Told what a developer should know.</param>
internal sealed class StreamEventSourceProvider(
    StreamKind kind, Func<string, RecordStream?> find, AwsEnvironment aws, IFunctionInvoker invoker, IDeliveryTargets targets, IFunctionConsole console) : IEventSourceProvider
{
    private const int DefaultBatchSize = 100;

    private readonly StreamSettingsCheck _check = new(kind, aws.Time);

    public bool CanRead(string eventSourceArn) => kind.CanRead(eventSourceArn);

    public EventSourceMappingSettings Validated(EventSourceMappingSettings settings)
    {
        _check.Check(settings);
        Find(settings.EventSourceArn);
        Compile(settings.Filters);
        return settings with
        {
            BatchSize = settings.BatchSize ?? DefaultBatchSize,
            Stream = settings.Stream with
            {
                ParallelizationFactor = settings.Stream.ParallelizationFactor ?? 1,
                MaximumRetryAttempts = settings.Stream.MaximumRetryAttempts ?? -1,
                MaximumRecordAge = settings.Stream.MaximumRecordAge ?? TimeSpan.FromSeconds(-1),
                BisectsBatchOnFunctionError = settings.Stream.BisectsBatchOnFunctionError ?? false,
                TumblingWindow = settings.Stream.TumblingWindow ?? TimeSpan.Zero,
            },
        };
    }

    public IEventSource Start(EventSourceMappingSettings settings, MappingProgress progress)
    {
        var reading = new StreamReading(Find(settings.EventSourceArn), kind, settings, Compile(settings.Filters), aws, invoker, targets, console);
        var source = new StreamEventSource(reading, progress);
        source.Start();
        return source;
    }

    private EventPattern[] Compile(IReadOnlyList<string> filters)
    {
        try
        {
            return [.. filters.Select(filter => EventPattern.Parse(filter, kind.Dialect))];
        }
        catch (EventPatternException exception)
        {
            throw LambdaErrors.InvalidParameter($"Invalid filter pattern definition. {exception.Describe()}");
        }
    }

    private RecordStream Find(string arn) => find(arn) is { IsDeleted: false } stream
        ? stream
        : throw LambdaErrors.InvalidParameter($"Stream not found: {arn}");
}
