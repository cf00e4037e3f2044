using Amazon.Lambda.Core;

namespace Patterns.Testing;

/// <summary>An invocation's context whose remaining time runs down on a clock that the test moves.</summary>
public sealed class FakeLambdaContext : ILambdaContext
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _timeout;

    /// <summary>Starts an invocation now.</summary>
    /// <param name="timeout">The function's timeout; null for 30 seconds.</param>
    /// <param name="time">The clock; null for one of its own that stands still.</param>
    public FakeLambdaContext(TimeSpan? timeout = null, TimeProvider? time = null)
    {
        _time = time ?? new FakeTimeProvider();
        _timeout = timeout ?? TimeSpan.FromSeconds(30);
        _start = _time.GetTimestamp();
    }

    /// <summary>What the handler logs.</summary>
    public FakeLambdaLogger Log { get; } = new();

    /// <inheritdoc/>
    public TimeSpan RemainingTime
    {
        get
        {
            var left = _timeout - _time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <inheritdoc/>
    public string AwsRequestId { get; init; } = Guid.NewGuid().ToString();

    /// <inheritdoc/>
    public string FunctionName { get; init; } = "function";

    /// <inheritdoc/>
    public string FunctionVersion { get; init; } = "$LATEST";

    /// <inheritdoc/>
    public string InvokedFunctionArn { get; init; } = "arn:aws:lambda:eu-west-1:111122223333:function:function";

    /// <inheritdoc/>
    public string LogGroupName { get; init; } = "/aws/lambda/function";

    /// <inheritdoc/>
    public string LogStreamName { get; init; } = "stream";

    /// <inheritdoc/>
    public int MemoryLimitInMB { get; init; } = 512;

    /// <inheritdoc/>
    public IClientContext? ClientContext { get; init; }

    /// <inheritdoc/>
    public ICognitoIdentity? Identity { get; init; }

    /// <inheritdoc/>
    ILambdaLogger ILambdaContext.Logger => Log;
}
