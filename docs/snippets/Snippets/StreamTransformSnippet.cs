using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.StreamTransform;
using Patterns.Testing;

namespace Snippets;

public sealed record LogLine(string Client, string Path, int Status, string Agent);

public sealed record PageView(string Client, string Page, int Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(PageView))]
public sealed partial class LogJson : JsonSerializerContext;

// snippet: stream-transform
public sealed class CleanLog() : StreamTransformHandler<LogLine, PageView>(
    LogJson.Default.LogLine,
    LogJson.Default.PageView,
    new StreamTransformOptions<PageView>
    {
        Sinks = [new(Destination.From(Environment.GetEnvironmentVariable("PAGE_VIEWS")!))],
        Type = "page.viewed",
    },
    new RecordHandlerOptions { FailureDestination = Destination.From(Environment.GetEnvironmentVariable("POISON_QUEUE")!) })
{
    protected override ValueTask TransformAsync(LogLine line, TransformContext<PageView> context)
    {
        if (line.Agent.Contains("bot", StringComparison.OrdinalIgnoreCase))
        {
            context.Drop("bot");
            return ValueTask.CompletedTask;
        }

        context.Emit(new PageView(line.Client, line.Path.Split('?')[0], line.Status));
        return ValueTask.CompletedTask;
    }
}
// end

// snippet: stream-transform-chain
public static class LogSteps
{
    public static readonly Transform<LogLine, LogLine> DropBots = StreamTransforms.From<LogLine, LogLine>((line, context) =>
    {
        if (line.Agent.Contains("bot", StringComparison.OrdinalIgnoreCase))
        {
            context.Drop("bot");
        }
        else
        {
            context.Emit(line);
        }
    });

    public static readonly Transform<LogLine, PageView> ToPageView = StreamTransforms.From<LogLine, PageView>((line, context) =>
        context.Emit(new PageView(line.Client, line.Path.Split('?')[0], line.Status)));
}

public sealed class CleanLogInOneFunction(StreamTransformOptions<PageView> transform)
    : StreamTransformHandler<LogLine, PageView>(LogJson.Default.LogLine, LogJson.Default.PageView, transform)
{
    private static readonly Transform<LogLine, PageView> Steps = LogSteps.DropBots.Then(LogSteps.ToPageView);

    protected override ValueTask TransformAsync(LogLine line, TransformContext<PageView> context) => Steps.ApplyAsync(line, context);
}
// end

// snippet: demux
public sealed class RoutePageViews() : DemuxHandler<PageView>(LogJson.Default.PageView, new StreamTransformOptions<PageView>
{
    Sinks =
    [
        new(Destination.From(Environment.GetEnvironmentVariable("ERRORS_QUEUE")!))
        {
            Name = "errors",
            When = view => view.Value.Status >= 500,
            Timeout = TimeSpan.FromSeconds(5),
            Overflow = Destination.From(Environment.GetEnvironmentVariable("ERRORS_OVERFLOW_QUEUE")!),
        },
        new(Destination.From(Environment.GetEnvironmentVariable("PAGE_VIEWS")!)) { Name = "views", IsRest = true },
    ],
});
// end

// snippet: mux
public sealed class AllLogs() : MuxHandler<LogLine>(LogJson.Default.LogLine, new StreamTransformOptions<LogLine>
{
    Sinks = [new(Destination.From(Environment.GetEnvironmentVariable("ALL_LOGS")!))],
});
// end

public static class StreamTransformTest
{
    public static async Task RunAsync()
    {
        // snippet: stream-transform-test
        var log = new FakeStream("log", shards: 2);
        var views = new FakeStream("views");
        var handler = new CleanLogInOneFunction(new StreamTransformOptions<PageView> { Sinks = [new(views)] });
        var mapping = new FakeStreamMapping(log, payload => handler.FunctionHandler(payload, new FakeLambdaContext())) { BatchSize = 10, BisectOnError = true };

        log.Put("10.0.0.7", """{"client":"10.0.0.7","path":"/shop?id=1","status":200,"agent":"Mozilla"}""");
        log.Reshard(4);
        await mapping.RunAsync();
        // end
        Console.WriteLine(views.Records.Count);
    }
}
