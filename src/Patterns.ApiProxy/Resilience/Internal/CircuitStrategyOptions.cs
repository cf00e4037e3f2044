using Polly;

namespace Patterns.Resilience.Internal;

/// <summary>Polly wants options for every strategy; a circuit brings its own.</summary>
internal sealed class CircuitStrategyOptions : ResilienceStrategyOptions;
