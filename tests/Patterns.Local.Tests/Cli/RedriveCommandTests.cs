using Patterns.Local.Cli;
using Patterns.Local.Cli.Output;
using Patterns.Local.Replays;
using Patterns.Local.Tests.Stacks;

namespace Patterns.Local.Tests.Cli;

public sealed class RedriveCommandTests
{
    private static readonly FailedRecords s_failed = new("fn", "arn:aws:kinesis:us-east-1:000000000000:stream/clicks", "shardId-1", "10", "12", 3);

    [Fact]
    public async Task Messages_that_are_no_failure_records_are_left_alone_and_the_way_out_is_named()
    {
        await using var stack = await TestStack.StartAsync("Resources: { Failed: { Type: AWS::SQS::Queue } }");
        var queue = stack.Runner.Account.Sqs.List()[0];
        queue.Send(new("dead letter"));

        var result = await PatternsProcess.RunAsync(".", "redrive", "Failed", "--endpoint", stack.Runner.Endpoint);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(
            $"0 failure records of {queue.Name} replayed and deleted.\n1 message of {queue.Name} left alone: only failure records of stream mappings are replayed. Dead letters of a queue go back to it with StartMessageMoveTask; events of asynchronous invocations hold their payload themselves.\n",
            result.Output);
        Assert.Equal(1, queue.Counts.Visible);
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_bad_input()
    {
        await using var stack = await TestStack.StartAsync("Resources: { Failed: { Type: AWS::SQS::Queue, Properties: { QueueName: failed } } }");

        var result = await PatternsProcess.RunAsync(".", "redrive", "Fialed", "--endpoint", stack.Runner.Endpoint);

        Assert.Equal((2, "There is no queue 'Fialed'; there are failed.\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Without_a_runner_the_command_says_how_to_start_one()
    {
        var result = await PatternsProcess.RunAsync(".", "redrive", "Failed", "--endpoint", "http://127.0.0.1:1");

        Assert.Equal(
            (2, "No runner answers at http://127.0.0.1:1: start the stack with 'patterns run', and name another address with --endpoint.\n"),
            (result.ExitCode, result.Error));
    }

    [Fact]
    public void Every_outcome_has_its_line()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var result = new RedriveResult(
            "failed",
            [
                new Replay(s_failed, ReplayOutcome.Replayed) { Records = 2, Expired = 1 },
                new Replay(s_failed, ReplayOutcome.Failed) { Reason = "fn failed with TimeoutException; its log says more" },
                new Replay(s_failed, ReplayOutcome.Expired) { Expired = 3 },
                new Replay(s_failed, ReplayOutcome.Refused) { Reason = "its mapping has a tumbling window, and the window's state is gone" },
            ],
            Others: 0);

        RedriveReport.Write(new PlainScreen(output), result);

        Assert.Equal(
            """
              replayed  2 records of clicks (shardId-1, from 10); 1 record aged out
              failed    3 records of clicks (shardId-1, from 10): fn failed with TimeoutException; its log says more
              aged out  3 records of clicks (shardId-1, from 10): the stream no longer has them
              not done  3 records of clicks (shardId-1, from 10): its mapping has a tumbling window, and the window's state is gone
            1 failure record of failed replayed and deleted, 3 left in the queue.

            """,
            output.ToString());
    }
}
