using Patterns.Workflows;

namespace Patterns.Testing;

/// <summary>
/// A workflow of the kind that is to keep the contract. Each of its runs waits for one callback and ends with its answer: well with
/// the output that came, or badly with the error and the cause that came.
/// </summary>
public abstract class WorkflowUnderTest
{
    /// <summary>The workflow. Every law uses run names of its own, so the workflow may have other runs and serve all laws.</summary>
    public abstract IWorkflow Workflow { get; }

    /// <summary>A workflow of the same kind that does not exist; null where that cannot be.</summary>
    public virtual IWorkflow? Missing => null;

    /// <summary>The token of the callback for which the run waits; waits itself until the run has come so far.</summary>
    public abstract Task<string> TokenAsync(string runName);
}
