using Patterns.Testing;

namespace Snippets;

internal static class WorkflowTestSnippet
{
    public static async Task RunAsync()
    {
        // snippet: workflow-test
        var time = new FakeTimeProvider();
        var workflow = new InMemoryWorkflow("imports", time) { HeartbeatTimeout = TimeSpan.FromMinutes(5) };
        await workflow.StartAsync("import-17", """{"file":"a.csv"}""", default);
        await workflow.StartAsync("import-17", """{"file":"a.csv"}""", default); // a duplicate: the same run

        time.Advance(TimeSpan.FromMinutes(5));

        var answer = await workflow.HeartbeatTaskAsync(workflow.TokenOf("import-17"), default);
        Console.WriteLine((answer, workflow.Runs.Single().Error)); // (Gone, States.HeartbeatTimeout)
        // end
    }
}
