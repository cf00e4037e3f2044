namespace Patterns.Http;

/// <summary>Ends a request with a problem document. Whatever throws it decides what the client gets to read.</summary>
public sealed class ProblemException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ProblemException(Problem problem, Exception? innerException = null)
        : base(problem?.Title, innerException)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>What the client gets.</summary>
    public Problem Problem { get; }
}
