using Patterns.Local.Services.Lambda.Operations;

namespace Patterns.Local.Services.Lambda.Wire;

/// <summary>Which operation a method and path mean. Each family of operations has the date of its own version in front.</summary>
internal static class LambdaRoutes
{
    /// <exception cref="AwsException">The operation is not emulated; the message names it.</exception>
    public static (Func<LambdaCall, Task> Operation, string Resource) Find(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Uri.UnescapeDataString(parts[i]);
        }

        return FindFunctionOperation(method, parts)
            ?? FindMappingOperation(method, parts)
            ?? throw AwsException.UnknownOperation("lambda", UnknownLambdaOperations.Name(method, parts) ?? $"{method} {path}");
    }

    private static (Func<LambdaCall, Task> Operation, string Resource)? FindFunctionOperation(string method, string[] parts) => (method, parts) switch
    {
        ("POST", ["2015-03-31", "functions", var name, "invocations"]) => (Invoke.RunAsync, name),
        ("GET", ["2015-03-31", "functions"]) => (ListFunctions.RunAsync, ""),
        ("GET", ["2015-03-31", "functions", var name]) => (GetFunction.RunAsync, name),
        ("GET", ["2015-03-31", "functions", var name, "configuration"]) => (GetFunctionConfiguration.RunAsync, name),
        ("PUT", ["2017-10-31", "functions", var name, "concurrency"]) => (PutFunctionConcurrency.RunAsync, name),
        ("DELETE", ["2017-10-31", "functions", var name, "concurrency"]) => (DeleteFunctionConcurrency.RunAsync, name),
        ("GET", ["2019-09-30", "functions", var name, "concurrency"]) => (GetFunctionConcurrency.RunAsync, name),
        ("PUT", ["2019-09-25", "functions", var name, "event-invoke-config"]) => (PutFunctionEventInvokeConfig.RunAsync, name),
        ("POST", ["2019-09-25", "functions", var name, "event-invoke-config"]) => (UpdateFunctionEventInvokeConfig.RunAsync, name),
        ("GET", ["2019-09-25", "functions", var name, "event-invoke-config"]) => (GetFunctionEventInvokeConfig.RunAsync, name),
        ("DELETE", ["2019-09-25", "functions", var name, "event-invoke-config"]) => (DeleteFunctionEventInvokeConfig.RunAsync, name),
        ("GET", ["2019-09-25", "functions", var name, "event-invoke-config", "list"]) => (ListFunctionEventInvokeConfigs.RunAsync, name),
        _ => null,
    };

    private static (Func<LambdaCall, Task> Operation, string Resource)? FindMappingOperation(string method, string[] parts) => (method, parts) switch
    {
        ("POST", ["2015-03-31", "event-source-mappings"]) => (CreateEventSourceMapping.RunAsync, ""),
        ("GET", ["2015-03-31", "event-source-mappings"]) => (ListEventSourceMappings.RunAsync, ""),
        ("GET", ["2015-03-31", "event-source-mappings", var id]) => (GetEventSourceMapping.RunAsync, id),
        ("PUT", ["2015-03-31", "event-source-mappings", var id]) => (UpdateEventSourceMapping.RunAsync, id),
        ("DELETE", ["2015-03-31", "event-source-mappings", var id]) => (DeleteEventSourceMapping.RunAsync, id),
        _ => null,
    };
}
