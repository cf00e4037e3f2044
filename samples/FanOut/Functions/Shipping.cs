using Patterns;

namespace FanOut.Functions;

/// <summary>Hands orders to a carrier: one of them is unreliable, and none takes more than 30 kg.</summary>
public sealed class Shipping : Receiver
{
    private const int HeaviestGrams = 30_000;

    protected override ValueTask ReceiveAsync(Order order, RecordContext context)
    {
        if (order.WeightGrams > HeaviestGrams)
        {
            throw new NonRetryableException($"No carrier takes {order.WeightGrams / 1000} kg.");
        }

        // The unreliable carrier answers at the third attempt.
        return order.Carrier == "unreliable" && context.Attempt < 3
            ? throw new InvalidOperationException("The carrier does not answer.")
            : ValueTask.CompletedTask;
    }
}
