using Amazon.Lambda.Core;
using Patterns.Outbound;

namespace Patterns.OneWayChain.Internal;

/// <summary>An invocation's context that takes the step's output back to the entry.</summary>
internal sealed class OutputContext(ILambdaContext context) : WrappedContext(context)
{
    /// <summary>What the step returned; null until it has.</summary>
    public Envelope? Output { get; set; }
}
