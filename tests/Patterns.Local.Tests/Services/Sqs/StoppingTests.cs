namespace Patterns.Local.Tests.Services.Sqs;

public sealed class StoppingTests(SqsServer server) : IClassFixture<SqsServer>
{
    [Fact]
    public async Task A_stopping_runner_answers_its_long_polls_empty()
    {
        var queue = server.Service.Create("q");
        var json = server.Json("ReceiveMessage", $$"""{"QueueUrl":"{{queue.Url}}","WaitTimeSeconds":20}""");
        var query = server.Query("/", ("Action", "ReceiveMessage"), ("QueueUrl", queue.Url), ("WaitTimeSeconds", "20"));

        server.Stop();

        Assert.Equal("{}", (await json).Body);
        Assert.Contains("<ReceiveMessageResult></ReceiveMessageResult>", (await query).Body, StringComparison.Ordinal);
    }
}
