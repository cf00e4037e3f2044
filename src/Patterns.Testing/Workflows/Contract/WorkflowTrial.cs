using Patterns.Workflows;

namespace Patterns.Testing;

/// <summary>A law being checked on a workflow, with a run name that nobody else uses.</summary>
internal sealed class WorkflowTrial(string law, WorkflowUnderTest subject)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public const string Input = """{"n":1,"text":"größer ≥ 𝄞"}""";

    public IWorkflow Workflow => subject.Workflow;

    public IWorkflow? Missing => subject.Missing;

    public string RunName { get; } = $"law-{Guid.NewGuid():N}";

    public void Expect(bool holds, string finding)
    {
        if (!holds)
        {
            throw new ContractViolationException(law, finding);
        }
    }

    public async Task<WorkflowRun> StartAsync(string? runName = null, string input = Input) =>
        await Workflow.StartAsync(runName ?? RunName, input, CancellationToken.None).ConfigureAwait(false);

    /// <summary>Starts the run and waits for its token.</summary>
    public async Task<string> StartTaskAsync()
    {
        _ = await StartAsync().ConfigureAwait(false);
        return await subject.TokenAsync(RunName).ConfigureAwait(false);
    }

    public async Task ExpectAcceptedAsync(ValueTask<TaskAnswer> answer, string what) =>
        Expect(await answer.ConfigureAwait(false) == TaskAnswer.Accepted, $"{what} was not accepted.");

    public async Task ExpectGoneAsync(ValueTask<TaskAnswer> answer, string what) =>
        Expect(await answer.ConfigureAwait(false) == TaskAnswer.Gone, $"{what} was accepted.");

    /// <summary>Asks until the run is over.</summary>
    public async Task<WorkflowRun> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var run = await Workflow.FindAsync(RunName, patience.Token).ConfigureAwait(false);
            if (run is { HasEnded: true })
            {
                return run;
            }

            Expect(!patience.IsCancellationRequested, "the run does not end.");
            await Task.Delay(10, patience.Token).ConfigureAwait(false);
        }
    }

    public async Task<TException> ExpectThrowsAsync<TException>(string what, Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }
#pragma warning disable CA1031 // Whatever else is thrown is the finding.
        catch (Exception exception) when (exception is not ContractViolationException)
#pragma warning restore CA1031
        {
            throw new ContractViolationException(law, $"{what}: expected a {typeof(TException).Name}, but a {exception.GetType().Name} came: {exception.Message}");
        }

        throw new ContractViolationException(law, $"{what}: nothing was thrown.");
    }

    /// <summary>Expects a failure for good that names the workflow.</summary>
    public async Task<WorkflowException> ExpectRefusedAsync(string what, Func<Task> action, IWorkflow? workflow = null)
    {
        var exception = await ExpectThrowsAsync<WorkflowException>(what, action).ConfigureAwait(false);
        Expect(!exception.IsRetryable, $"{what}: the failure says that asking again may help: {exception.Message}");
        Expect(exception.Message.Contains((workflow ?? Workflow).Name, StringComparison.Ordinal), $"{what}: the message does not name the workflow: {exception.Message}");
        return exception;
    }
}
