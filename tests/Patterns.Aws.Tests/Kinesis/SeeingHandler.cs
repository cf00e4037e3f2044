using System.Text;

namespace Patterns.Aws.Tests.Kinesis;

/// <summary>Remembers what it saw of its last record.</summary>
internal sealed class SeeingHandler() : RecordHandler<string>((utf8, _) => Encoding.UTF8.GetString(utf8), new RecordHandlerOptions())
{
    public (string Body, string Id, string? Type, string? Correlation, string? Country) Seen { get; private set; }

    protected override ValueTask HandleAsync(string message, RecordContext context)
    {
        Seen = (message, context.MessageId, context.EventName, context.CorrelationId, context.Attributes.GetValueOrDefault("country"));
        return ValueTask.CompletedTask;
    }
}
