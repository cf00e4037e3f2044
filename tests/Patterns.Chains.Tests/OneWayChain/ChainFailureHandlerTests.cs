using System.Text;
using Patterns.Chains.Tests;

namespace Patterns.OneWayChain.Tests;

public sealed class ChainFailureHandlerTests
{
    private const string Request = """{"Id":"a","Path":""}""";
    private readonly InMemoryDestination _failures = new("failures");

    [Fact]
    public async Task A_dead_letter_becomes_a_failure_record_of_its_chain_and_step()
    {
        var first = new InMemoryDestination("first");
        await new ChainStart<Document>(first, DocumentJson.Default.Document).StartAsync("doc-7", new Document("doc-7", ""), CancellationToken.None);

        await BuryAsync(Events.Sqs(TestQueue.Message(first.Received[0])));

        var failure = Assert.Single(_failures.Received);
        Assert.Equal(ChainAttributes.Failed, failure.Type);
        Assert.Equal("doc-7/0/failed-validate", failure.Id);
        Assert.Equal("doc-7", failure.Attributes[ChainAttributes.ChainId]);
        Assert.Equal("validate", failure.Attributes[ChainAttributes.Step]);
        Assert.Equal("It was not handled within the tries that its queue allows.", failure.Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task The_same_dead_letter_is_the_same_failure_record()
    {
        var letter = new SqsRecord(Request) { MessageId = "m-1" };

        await BuryAsync(Events.Sqs(letter));
        await BuryAsync(Events.Sqs(letter));

        Assert.Single(_failures.Received.Select(failure => failure.Id).Distinct());
    }

    [Fact]
    public async Task A_failed_invocation_becomes_a_failure_record_with_the_cause_that_the_function_gave()
    {
        await BuryAsync(Events.Sqs(Records.Failure(Request, "RetriesExhausted")));

        var failure = Assert.Single(_failures.Received);
        Assert.Equal("r-1", failure.Attributes[ChainAttributes.ChainId]);
        Assert.Equal("index", failure.Attributes[ChainAttributes.Step]);
        Assert.Equal("TimeoutException", failure.Attributes[FailureAttributes.ExceptionType]);
        Assert.Equal("The index does not answer.", failure.Attributes[FailureAttributes.Message]);
        Assert.Equal(Request, Encoding.UTF8.GetString(failure.Body.Span));
    }

    [Fact]
    public async Task The_chain_of_a_failed_invocation_is_found_in_whatever_invoked_the_function()
    {
        var output = """{"specversion":"1.0","id":"doc-7/1-x","source":"s","type":"t","chainid":"doc-7","chainhop":"1","data":{}}""";
        foreach (var payload in new[] { output, Records.Success(Request, output), $$"""{"detail-type":"t","source":"s","id":"e-1","detail":{{output}}}""" })
        {
            await BuryAsync(Events.Direct(Records.Failure(payload, "RetriesExhausted")));
        }

        Assert.Equal(3, _failures.Received.Count);
        Assert.All(_failures.Received, failure => Assert.Equal(("doc-7", "1"), (failure.Attributes[ChainAttributes.ChainId], failure.Attributes[ChainAttributes.Hop])));
        Assert.Single(_failures.Received.Select(failure => failure.Id).Distinct());
    }

    [Fact]
    public async Task A_failure_record_is_handed_on_as_it_is()
    {
        var step = new Stage(new ChainLinkOptions { Step = "validate", Next = new InMemoryDestination(), Failures = _failures });
        await step.FunctionHandler(Events.Sqs("{"), new FakeLambdaContext());
        var written = Assert.Single(_failures.Received);

        await BuryAsync(Events.Sqs(TestQueue.Message(written)));

        Assert.Equal(written.ToAttributes(), _failures.Received[1].ToAttributes());
    }

    private Task BuryAsync(Stream input) => new BuryDocuments(_failures).FunctionHandler(input, new FakeLambdaContext());
}
