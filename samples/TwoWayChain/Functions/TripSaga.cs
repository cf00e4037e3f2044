using Patterns.Sagas;
using Patterns.Tables;

namespace TwoWayChain.Functions;

/// <summary>The steps of a trip, each with what undoes it. Queues and a state machine run the same ones.</summary>
public static class TripSaga
{
    // Several attempts fit into an invocation of 10 seconds.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(2);

    /// <param name="bookings">The table of the providers.</param>
    public static SagaDefinition<Trip> Define(ITable bookings)
    {
        var flight = new Provider("flight", bookings);
        var hotel = new Provider("hotel", bookings);
        var car = new Provider("car", bookings);
        return new SagaBuilder<Trip>("trip", Json.Default.Trip)
            .Step(
                "flight",
                async (trip, context) => trip with { Flight = await flight.BookAsync(trip, context) },
                async (trip, context) => await UndoAsync(flight, trip with { Flight = null }, context),
                Tried())
            .Step(
                "hotel",
                async (trip, context) => trip with { Hotel = await hotel.BookAsync(trip, context) },
                async (trip, context) => await UndoAsync(hotel, trip with { Hotel = null }, context),
                Tried(async (trip, context) => await hotel.FindAsync(context) is { } found ? trip with { Hotel = found } : null))
            .Step(
                "car",
                async (trip, context) => trip with { Car = await car.BookAsync(trip, context) },
                async (trip, context) => await UndoAsync(car, trip with { Car = null }, context),
                Tried())
            .Step("payment", (trip, context) => new(Bank.Charge(trip, context)), (trip, context) => new(Bank.Refund(trip, context)), Atomic())
            .Step("tickets", (trip, context) => new(Issue(trip, context)), undo: null, Atomic())
            .Build();
    }

    /// <summary>The last step needs no undoing: when it is done, all is done.</summary>
    private static Trip Issue(Trip trip, SagaStepContext context) => Trouble.Has(trip, context.StepName, Trouble.Refuses)
        ? throw new SagaRefusalException("The passport has expired.")
        : trip with { Tickets = $"{trip.Flight}+{trip.Hotel}+{trip.Car}" };

    private static async ValueTask<Trip> UndoAsync(Provider provider, Trip trip, SagaStepContext context)
    {
        await provider.CancelAsync(trip, context);
        return trip;
    }

    private static SagaStepOptions<Trip> Tried(SagaQuestion<Trip>? ask = null) =>
        new() { MaxAttempts = 4, FirstDelay = TimeSpan.FromMilliseconds(100), Timeout = LongestAttempt, Ask = ask };

    private static SagaStepOptions<Trip> Atomic() => new() { MaxAttempts = 4, Timeout = LongestAttempt, IsAtomic = true };
}
