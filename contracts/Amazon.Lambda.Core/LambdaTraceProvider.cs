namespace Amazon.Lambda.Core;

/// <summary>Gives the X-Ray trace header of the current invocation.</summary>
public class LambdaTraceProvider
{
    private const string ConcurrencyVariable = "AWS_LAMBDA_MAX_CONCURRENCY";
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    private static readonly AsyncLocal<string> _ofThisFlow = new();
    private static string _ofThisProcess;

    /// <summary>The trace header, or null when the invocation is not traced.</summary>
    public static string CurrentTraceId =>
        ServesConcurrently ? _ofThisFlow.Value : _ofThisProcess ?? Environment.GetEnvironmentVariable(TraceVariable);

    private static bool ServesConcurrently =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ConcurrencyVariable));

    internal static void SetCurrentTraceId(string traceId)
    {
        if (ServesConcurrently)
        {
            _ofThisFlow.Value = traceId;
        }
        else
        {
            _ofThisProcess = traceId;
        }
    }
}
