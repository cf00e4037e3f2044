using System.Diagnostics;

namespace Patterns.Telemetry;

/// <summary>The spans of the activity source <c>Patterns</c>.</summary>
internal static class RecordTracing
{
    private static readonly ActivitySource Source = new("Patterns");

    public static bool IsOn => Source.HasListeners();

    /// <summary>Starts the span of one record as the continuation of the trace that its message carries.</summary>
    public static Activity? Start(RecordContext context)
    {
        _ = ActivityContext.TryParse(context.TraceParent, traceState: null, isRemote: true, out var parent);
        var activity = Source.StartActivity($"process {context.Source}", ActivityKind.Consumer, parent);
        activity?.SetTag("messaging.message.id", context.MessageId);
        activity?.SetTag("messaging.destination.name", context.SourceArn);
        return activity;
    }

    public static void Fail(Activity? activity, Exception exception)
    {
        activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
        activity?.AddException(exception);
    }
}
