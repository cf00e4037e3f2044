namespace Patterns.OneWayChain;

/// <summary>
/// What came is Lambda's record of a failed invocation, so that there is no output to go on with. The failure destination of the
/// function before leads to this step; it belongs to a <see cref="ChainFailureHandler"/>.
/// </summary>
public sealed class PredecessorFailedException : NonRetryableException
{
    internal PredecessorFailedException(string functionName, string condition)
        : base($"The function before, {functionName}, failed ({condition}); this step does not run on its failure.")
    {
        FunctionName = functionName;
    }

    /// <summary>The function that failed.</summary>
    public string FunctionName { get; }
}
