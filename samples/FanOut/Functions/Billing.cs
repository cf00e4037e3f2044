using Amazon.Lambda.Core;
using Patterns;

namespace FanOut.Functions;

/// <summary>Writes an invoice for every order.</summary>
public sealed class Billing : Receiver
{
    protected override ValueTask ReceiveAsync(Order order, RecordContext context)
    {
        context.Lambda.Logger.LogInformation("Invoice for order {OrderId}", order.Id);
        return ValueTask.CompletedTask;
    }
}
