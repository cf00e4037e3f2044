using Patterns.TwoWayChain;

namespace TwoWayChain.Functions;

/// <summary>Ends the requests that are answered, and those whose time is over.</summary>
public sealed class CollectAnswers() : ReplyCollectorHandler<TripOrder, Trip>(TripRequests.Log);
