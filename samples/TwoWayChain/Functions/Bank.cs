using Patterns.Sagas;
using Patterns.Tables;

namespace TwoWayChain.Functions;

/// <summary>
/// Our own accounts, in the saga's store. A charge is written in the transaction that records the step, so that it counts once and nothing
/// of it is ever in doubt.
/// </summary>
public static class Bank
{
    public static Trip Charge(Trip trip, SagaStepContext context)
    {
        if (Trouble.Has(trip, context.StepName, Trouble.Refuses))
        {
            throw new SagaRefusalException("The card is declined.");
        }

        context.Enlist(AccountOf(trip).Add("charged", trip.Order.Price));
        return trip with { Charged = trip.Order.Price };
    }

    public static Trip Refund(Trip trip, SagaStepContext context)
    {
        context.Enlist(AccountOf(trip).Add("charged", -trip.Order.Price));
        return trip with { Charged = 0 };
    }

    private static TableUpdate AccountOf(Trip trip) => new(new TableKey($"account/{trip.Order.Id}", "balance"));
}
