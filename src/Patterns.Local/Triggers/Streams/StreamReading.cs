using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Services;
using Patterns.Local.Services.EventPatterns;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>What all parts of a mapping that reads a stream need to know.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Kind">What it is a stream of.</param>
/// <param name="Settings">The mapping's settings, validated.</param>
/// <param name="Filters">The compiled patterns.</param>
/// <param name="Aws">Names and clock.</param>
/// <param name="Invoker">Runs the function.</param>
/// <param name="Targets">Takes failure records.</param>
/// <param name="Console">Told what a developer should know.</param>
internal sealed record StreamReading(
    RecordStream Stream,
    StreamKind Kind,
    EventSourceMappingSettings Settings,
    EventPattern[] Filters,
    AwsEnvironment Aws,
    IFunctionInvoker Invoker,
    IDeliveryTargets Targets,
    IFunctionConsole Console)
{
    private const string NothingYet = "No records processed";

    /// <summary>The last thing that happened, as the API of mappings shows it.</summary>
    public string LastProcessingResult { get; set; } = NothingYet;

    public string Function => Settings.Function.Name;

    /// <summary>The stream's name for people.</summary>
    public string Source { get; } = $"{Kind.Service} {Kind.NameOf(Stream.Arn)}";

    public TimeSpan TumblingWindow => Settings.Stream.TumblingWindow ?? TimeSpan.Zero;

    /// <summary>How old a record may become: the mapping's limit, or what the stream keeps when that is less.</summary>
    public TimeSpan AgeLimit => Settings.Stream.AgeLimit < Stream.Retention ? Settings.Stream.AgeLimit : Stream.Retention;

    public int Lanes => Settings.Stream.ParallelizationFactor ?? 1;

    public int BatchSize => Settings.BatchSize ?? 1;

    /// <summary>Tells the developer about records that are gone and that nobody has processed.</summary>
    public void NoticeExpired(long lost) => Notice($"{lost} records of {Source} expired before they could be processed.");

    public void Notice(string message) => Console.Notice($"{Function}: {message}");
}
