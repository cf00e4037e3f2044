using System.Text.Json;

namespace Patterns.TypedEvents.Tests;

internal sealed class ObjectHandler() : RecordHandler<string>((body, _) =>
{
    using var document = JsonDocument.Parse(body.ToArray());
    return document.RootElement.GetProperty("s3").GetProperty("bucket").GetProperty("name").GetString()!;
})
{
    public string? Seen { get; private set; }

    protected override ValueTask HandleAsync(string message, RecordContext context)
    {
        Seen = $"{message} {context.Key} {context.EventName}";
        return ValueTask.CompletedTask;
    }
}
