namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>Which errors the names of an <c>ErrorEquals</c> match.</summary>
internal static class ErrorMatch
{
    /// <param name="names">The names of a retrier or catcher.</param>
    /// <param name="error">The error's name; null for a Fail state without one.</param>
    /// <param name="isOfBranch">Whether the error came from a branch of a Parallel state.</param>
    public static bool Matches(IReadOnlyList<string> names, string? error, bool isOfBranch)
    {
        foreach (var name in names)
        {
            if (name == error || Covers(name, error, isOfBranch))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Covers(string name, string? error, bool isOfBranch) => name switch
    {
        // Errors of the machine itself are matched by their own name only.
        _ when error is StatesErrors.Runtime or StatesErrors.DataLimitExceeded => false,
        StatesErrors.All => true,
        StatesErrors.TaskFailed => error is not (StatesErrors.Timeout or StatesErrors.HeartbeatTimeout),
        StatesErrors.Timeout => error == StatesErrors.HeartbeatTimeout,
        StatesErrors.BranchFailed => isOfBranch,
        _ => false,
    };
}
