using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

internal sealed record RouteResult(string Name, SendFailure? Failure);
