using System.Globalization;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host.Contexts;

/// <summary>What a handler can ask about the invocation that it is serving.</summary>
internal sealed class LambdaContext(Invocation invocation, FunctionLog log, object? serializer) : IPropertySource
{
    public object? Get(string name, Type type) => name switch
    {
        "AwsRequestId" => invocation.RequestId,
        "FunctionName" => Variable("AWS_LAMBDA_FUNCTION_NAME"),
        "FunctionVersion" => Variable("AWS_LAMBDA_FUNCTION_VERSION"),
        "InvokedFunctionArn" => invocation.FunctionArn,
        "LogGroupName" => Variable("AWS_LAMBDA_LOG_GROUP_NAME"),
        "LogStreamName" => Variable("AWS_LAMBDA_LOG_STREAM_NAME"),
        "MemoryLimitInMB" => int.TryParse(Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var size) ? size : 0,
        "RemainingTime" => Remaining(),
        "TenantId" => invocation.TenantId ?? "",
        "TraceId" => invocation.TraceId ?? "",
        "Logger" => LoggerProxy.Create(type, log),
        "ClientContext" => JsonPropertySource.Proxy(invocation.ClientContext, type),
        "Identity" => JsonPropertySource.Proxy(invocation.Identity ?? "{}", type),
        "Serializer" => serializer,
        _ => null,
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private TimeSpan Remaining() =>
        invocation.Deadline == DateTimeOffset.MaxValue ? TimeSpan.MaxValue : invocation.Deadline - DateTimeOffset.UtcNow;
}
