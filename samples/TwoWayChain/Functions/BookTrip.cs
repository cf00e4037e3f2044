using Patterns.Sagas;

namespace TwoWayChain.Functions;

/// <summary>Takes the turns of the trips one by one.</summary>
public sealed class BookTrip() : SagaHandler<Trip>(Trips.Log);
