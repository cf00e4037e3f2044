using Patterns;
using Patterns.Sagas;
using Patterns.Tables;

namespace TwoWayChain.Functions;

/// <summary>
/// Stands for an airline, a hotel or a car rental: somebody else's system with a table of its own. It knows its keys, so that what is asked
/// twice is booked once; and what was cancelled before it was booked stays cancelled, so that a request that comes late is refused.
/// </summary>
public sealed class Provider(string name, ITable bookings)
{
    /// <returns>The confirmation.</returns>
    public async ValueTask<string> BookAsync(Trip trip, SagaStepContext context)
    {
        if (Trouble.Has(trip, name, Trouble.Refuses))
        {
            throw new SagaRefusalException($"The {name} is sold out.");
        }

        if (Trouble.Has(trip, name, Trouble.Flaky) && context.Attempt == 1)
        {
            throw new HttpRequestException($"The {name} does not answer.");
        }

        var booking = new TableItem(KeyOf(context.IdempotencyKey)) { ["state"] = "booked", ["trip"] = context.SagaId };
        var written = await bookings.PutAsync(booking, context.CancellationToken, TableCondition.ItemMissing);
        if (!written.Applied && written.Item!["state"]!.GetString() != "booked")
        {
            throw new NonRetryableException($"The {name} was cancelled before it was booked.");
        }

        return Trouble.Has(trip, name, Trouble.Mute) ? throw new HttpRequestException($"The answer of the {name} was lost.") : ConfirmationOf(context);
    }

    public async ValueTask CancelAsync(Trip trip, SagaStepContext context)
    {
        if (Trouble.Has(trip, name, Trouble.Binding) && await bookings.GetAsync(new TableKey("repaired", name), context.CancellationToken) is null)
        {
            throw new NonRetryableException($"The {name} does not take cancellations.");
        }

        var cancelled = new TableItem(KeyOf(context.IdempotencyKey)) { ["state"] = "cancelled", ["trip"] = context.SagaId };
        await bookings.PutAsync(cancelled, context.CancellationToken);
    }

    /// <summary>Whether it is booked: for those whose answer was lost.</summary>
    /// <returns>The confirmation, or null.</returns>
    public async ValueTask<string?> FindAsync(SagaStepContext context)
    {
        var booking = await bookings.GetAsync(KeyOf(context.IdempotencyKey), context.CancellationToken);
        return booking?["state"]!.GetString() == "booked" ? ConfirmationOf(context) : null;
    }

    private string ConfirmationOf(SagaStepContext context) => $"{name}-{context.SagaId}";

    private TableKey KeyOf(string key) => new($"{name}/{key}", "booking");
}
