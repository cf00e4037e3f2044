namespace Amazon.Lambda.Core;

/// <summary>What a handler may know about the invocation it serves.</summary>
public interface ILambdaContext
{
    /// <summary>The id of this invocation.</summary>
    string AwsRequestId { get; }

    /// <summary>What a mobile SDK said about its application, or null.</summary>
    IClientContext ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The published version that runs, or <c>$LATEST</c>.</summary>
    string FunctionVersion { get; }

    /// <summary>The Cognito identity of a mobile caller, or null.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN as called, with alias or version when the caller named one.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to the function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The log group, or null when the function may not write logs.</summary>
    string LogGroupName { get; }

    /// <summary>The log stream of this execution environment, or null when the function may not write logs.</summary>
    string LogStreamName { get; }

    /// <summary>The function's memory in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>The time left until the invocation is ended.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant that is served, for functions with tenant isolation; otherwise empty.</summary>
    string TenantId => string.Empty;

    /// <summary>The X-Ray trace header of this invocation, or empty.</summary>
    string TraceId => string.Empty;

    /// <summary>The function's serializer, or null when the runtime does not hand it over.</summary>
    ILambdaSerializer Serializer => null;
}
