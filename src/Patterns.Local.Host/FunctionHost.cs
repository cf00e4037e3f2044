using Patterns.Local.Host.Handlers;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host;

/// <summary>One execution environment: initialises the handler once, then serves one event after the other.</summary>
internal static class FunctionHost
{
    private const int InitFailed = 1;
    private const int RunnerGone = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var log = FunctionLog.Install();
        using var client = new RuntimeApiClient(Variable("AWS_LAMBDA_RUNTIME_API"));
        HandlerMethod handler;
        try
        {
            handler = HandlerLoader.Load(args.Length > 0 ? args[0] : Variable("_HANDLER"), log);
        }
#pragma warning disable CA1031 // Whatever the function's own code throws is the result of its initialisation.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.WriteException(exception);
            await client.FailInitAsync(exception).ConfigureAwait(false);
            return InitFailed;
        }

        return await ServeAsync(client, handler, log).ConfigureAwait(false);
    }

    private static async Task<int> ServeAsync(RuntimeApiClient client, HandlerMethod handler, FunctionLog log)
    {
        try
        {
            while (true)
            {
                var invocation = await client.NextAsync().ConfigureAwait(false);
                await HandleAsync(client, handler, invocation, log).ConfigureAwait(false);
            }
        }
        catch (HttpRequestException)
        {
            return RunnerGone;
        }
    }

    private static async Task HandleAsync(RuntimeApiClient client, HandlerMethod handler, Invocation invocation, FunctionLog log)
    {
        log.Begin(invocation.RequestId);
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        Stream output;
        try
        {
            output = await handler.InvokeAsync(invocation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the function's own code throws is the result of the invocation.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.WriteException(exception);
            log.End();
            await client.FailAsync(invocation.RequestId, exception).ConfigureAwait(false);
            return;
        }

        log.End();
        await client.RespondAsync(invocation.RequestId, output).ConfigureAwait(false);
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The environment variable {name} is not set; the runner starts this program.");
}
