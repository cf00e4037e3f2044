using System.Text.Json;
using Patterns;
using Patterns.Outbound;
using Patterns.StreamTransform;

namespace StreamTransform.Functions;

/// <summary>Makes page views of the lines of an access log, and tells apart what went wrong.</summary>
/// <remarks>A line is dropped by a rule that has a name, becomes one or two events, or lies in the queue of broken lines.</remarks>
public sealed class CleanLog() : StreamTransformHandler<LogLine, VisitorEvent>(
    (line, _) => LogLine.Parse(line),
    visitorEvent => JsonSerializer.SerializeToUtf8Bytes(visitorEvent, Json.Default.VisitorEvent),
    new StreamTransformOptions<VisitorEvent>
    {
        Type = "shop.visit",
        Sinks =
        [
            new StreamSink<VisitorEvent>(To("PAGE_VIEWS_STREAM")) { When = output => !output.Value.IsError },
            new StreamSink<VisitorEvent>(To("ERRORS_QUEUE")) { When = output => output.Value.IsError },
        ],
    },
    new RecordHandlerOptions { FailureDestination = To("BROKEN_LINES_QUEUE") })
{
    protected override ValueTask TransformAsync(LogLine line, TransformContext<VisitorEvent> context)
    {
        if (DropRules.ReasonFor(line) is { } reason)
        {
            context.Drop(reason);
            return ValueTask.CompletedTask;
        }

        // The key of the record is the visitor, by a name that does not tell the address.
        var visit = new VisitorEvent { Visitor = context.Key ?? "", Time = line.Time.UtcDateTime };
        if (line.Status >= 400)
        {
            context.Emit(visit with { Status = line.Status, Method = line.Method, Path = line.Path });
            return ValueTask.CompletedTask;
        }

        context.Emit(visit with
        {
            Kind = "view",
            Path = line.Path,
            Section = line.Section,
            Network = line.Network,
            Browser = Browsers.NameOf(line.UserAgent),
            Bytes = line.Bytes,
        });
        if (line.SearchTerms is { } terms)
        {
            context.Emit(visit with { Kind = "search", Terms = terms });
        }

        return ValueTask.CompletedTask;
    }

    private static IDestination To(string variable) => Patterns.Aws.Destination.From(Environment.GetEnvironmentVariable(variable)!);
}
