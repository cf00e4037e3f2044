using Amazon.Lambda.Core;

namespace Patterns.OneWayChain.Internal;

/// <summary>An invocation's context with something added.</summary>
internal abstract class WrappedContext(ILambdaContext context) : ILambdaContext
{
    public virtual string AwsRequestId => context.AwsRequestId;

    public IClientContext ClientContext => context.ClientContext;

    public string FunctionName => context.FunctionName;

    public string FunctionVersion => context.FunctionVersion;

    public ICognitoIdentity Identity => context.Identity;

    public string InvokedFunctionArn => context.InvokedFunctionArn;

    public ILambdaLogger Logger => context.Logger;

    public string LogGroupName => context.LogGroupName;

    public string LogStreamName => context.LogStreamName;

    public int MemoryLimitInMB => context.MemoryLimitInMB;

    public TimeSpan RemainingTime => context.RemainingTime;
}
