using Amazon.Lambda.Core;

namespace Patterns.OneWayChain.Internal;

/// <summary>The context of an invocation that is over, with its own id, and with room for the place that is found.</summary>
internal sealed class ProbeContext(ILambdaContext context, string requestId) : WrappedContext(context)
{
    public ChainPosition? Position { get; set; }

    public override string AwsRequestId => requestId;
}
