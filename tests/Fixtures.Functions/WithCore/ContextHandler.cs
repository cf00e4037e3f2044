using Amazon.Lambda.Core;

namespace Fixtures.WithCore;

public sealed class ContextHandler
{
    public Dictionary<string, string?> Describe(Stream input, ILambdaContext context) => new()
    {
        ["requestId"] = context.AwsRequestId,
        ["functionName"] = context.FunctionName,
        ["functionVersion"] = context.FunctionVersion,
        ["arn"] = context.InvokedFunctionArn,
        ["logGroup"] = context.LogGroupName,
        ["logStream"] = context.LogStreamName,
        ["memory"] = context.MemoryLimitInMB.ToString(),
        ["remaining"] = context.RemainingTime > TimeSpan.Zero && context.RemainingTime <= TimeSpan.FromSeconds(20) ? "within" : "outside",
        ["traceId"] = context.TraceId,
        ["traceVariable"] = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"),
        ["tenantId"] = context.TenantId,
        ["client"] = context.ClientContext?.Custom["color"],
        ["application"] = context.ClientContext?.Client?.AppTitle,
        ["identity"] = context.Identity.IdentityId ?? "none",
        ["serializer"] = context.Serializer?.GetType().Name,
    };

    public void Log(ILambdaContext context)
    {
        var logger = context.Logger;
        logger.LogLine("a line");
        logger.Log("a message");
        logger.LogDebug("not shown at the default level");
        logger.LogInformation("order {OrderId} of {Count} items costs {Price:F2}", "o-1", 3, 9.5);
        logger.LogWarning("{0} and {1} and {0}", "first", "second");
        logger.Log(LogLevel.Critical, "by level");
        logger.Log("Error", "by name {What}", "here");
        logger.LogError(new InvalidOperationException("boom"), "it failed for {OrderId}", "o-2");
        LambdaLogger.Log("from the static logger");
        Console.Write("in ");
        Console.Write("parts");
        Console.WriteLine();
        Console.Error.WriteLine("to the error output");
        Console.Write("without an end");
    }
}
