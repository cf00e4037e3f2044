namespace Patterns.TypedEvents.Tests;

internal sealed class ChangeHandler() : RecordHandler<TableChange<Order>>(OrderJson.Default.TableChangeOrder)
{
    public string? Seen { get; private set; }

    protected override ValueTask HandleAsync(TableChange<Order> message, RecordContext context)
    {
        Seen = $"{message.Kind} {message.Old?.Id} -> {message.New?.Id}";
        return ValueTask.CompletedTask;
    }
}
