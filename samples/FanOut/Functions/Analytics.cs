using Patterns;

namespace FanOut.Functions;

/// <summary>Counts every order.</summary>
public sealed class Analytics : Receiver
{
    protected override ValueTask ReceiveAsync(Order order, RecordContext context) => ValueTask.CompletedTask;
}
