using Amazon.Lambda.Core;

namespace Contracts.Tests.Core;

/// <summary>A context with only what must be implemented.</summary>
internal sealed class MinimalContext : ILambdaContext
{
    public string AwsRequestId => "r-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => "ship";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:eu-west-1:000000000000:function:ship";

    public ILambdaLogger Logger { get; } = new RecordingLogger();

    public string LogGroupName => "/aws/lambda/ship";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 128;

    public TimeSpan RemainingTime => TimeSpan.FromSeconds(3);
}
