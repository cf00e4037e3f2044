using System.Text;

namespace Patterns.TypedEvents.Tests;

/// <summary>Writes down all that a record shows, and fails with the order <c>bad</c>.</summary>
internal sealed class OrderHandler(bool reportsItemFailures = true)
    : RecordHandler<Order>(OrderJson.Default.Order, new RecordHandlerOptions { MaxParallelism = 1, ReportBatchItemFailures = reportsItemFailures })
{
    public List<string> Seen { get; } = [];

    protected override ValueTask HandleAsync(Order message, RecordContext context)
    {
        var attributes = string.Join(",", context.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}"));
        var body = Encoding.UTF8.GetString(context.CopyMessage());
        Seen.Add(string.Join(
            '|',
            message.Id,
            context.Source,
            context.SourceArn,
            context.Id,
            context.EventName,
            context.Attempt,
            $"{context.Time:O}",
            context.MessageId,
            context.Key,
            attributes,
            body));
        return message.Id == "bad" ? throw new InvalidOperationException() : ValueTask.CompletedTask;
    }
}
