using Patterns.Aws;

namespace Snippets;

internal static class WorkflowSnippet
{
    public static async Task RunAsync(string taskToken, CancellationToken cancellationToken)
    {
        // snippet: workflow
        var workflow = Workflow.From("arn:aws:states:eu-west-1:111122223333:stateMachine:booking");

        var run = await workflow.StartAsync("order-17", """{"orderId":"17"}""", cancellationToken); // a duplicate finds the same run

        var answer = await workflow.SucceedTaskAsync(taskToken, """{"paid":true}""", cancellationToken);
        Console.WriteLine(answer); // Gone: answered before, out of time, or the run has ended

        var ended = await workflow.FindAsync("order-17", cancellationToken);
        Console.WriteLine((ended?.Status, ended?.Output, ended?.Error));
        // end
        Console.WriteLine(run.Id);
    }
}
