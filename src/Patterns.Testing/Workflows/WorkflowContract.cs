using Patterns.Workflows;

namespace Patterns.Testing;

/// <summary>The laws that every <see cref="IWorkflow"/> keeps. Run each of <see cref="Laws"/> as a test of its own.</summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string&gt; Laws => [.. WorkflowContract.Laws];
///
/// [Theory, MemberData(nameof(Laws))]
/// public Task Keeps_the_contract(string law) => WorkflowContract.CheckAsync(law, new MyWorkflowUnderTest());
/// </code>
/// </example>
public static class WorkflowContract
{
    private static readonly Dictionary<string, Func<WorkflowTrial, Task>> Checks =
        StartLaws.All.Concat(TaskLaws.All).ToDictionary(StringComparer.Ordinal);

    /// <summary>The laws' names.</summary>
    public static IReadOnlyCollection<string> Laws => Checks.Keys;

    /// <summary>Checks one law.</summary>
    /// <exception cref="ContractViolationException">The law does not hold; the message says what was seen.</exception>
    public static async Task CheckAsync(string law, WorkflowUnderTest subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        await Checks[law](new WorkflowTrial(law, subject)).ConfigureAwait(false);
    }
}
