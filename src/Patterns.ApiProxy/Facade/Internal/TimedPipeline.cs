using Polly;

namespace Patterns.Facade.Internal;

/// <summary>A pipeline and the clock that it was built for.</summary>
internal sealed record TimedPipeline(TimeProvider Time, ResiliencePipeline Pipeline);
