using Patterns.Sagas;

namespace TwoWayChain.Functions;

/// <summary>Does and undoes the steps of the trips that the state machine runs.</summary>
public sealed class BookTripStep() : SagaTaskHandler<Trip>(Trips.Saga, Trips.Tasks);
