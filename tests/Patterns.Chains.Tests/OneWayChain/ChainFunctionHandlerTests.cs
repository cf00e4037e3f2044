using System.Text;

namespace Patterns.OneWayChain.Tests;

public sealed class ChainFunctionHandlerTests
{
    private const string Request = """{"Id":"a","Path":""}""";

    [Fact]
    public async Task The_output_travels_by_the_on_success_destination_and_keeps_its_chain()
    {
        var output = await ReturnedAsync(new IndexPages(), Events.Direct(Request));
        var next = new InMemoryDestination("next");
        var archive = new Stage(new ChainLinkOptions { Step = "archive", Next = next, Failures = new InMemoryDestination() });

        await archive.FunctionHandler(Events.Sqs(Records.Success(Request, output)), new FakeLambdaContext());

        Assert.Equal("""{"Id":"a","Path":"/index/archive"}""", Encoding.UTF8.GetString(next.Received[0].Body.Span));
        Assert.Equal(("call-1", 1, "index"), (archive.Runs[0].ChainId, archive.Runs[0].Hop, archive.Runs[0].SentBy));
        Assert.Equal("2", next.Received[0].Attributes[ChainAttributes.Hop]);
    }

    [Fact]
    public async Task Two_functions_in_a_row_keep_the_chain()
    {
        var first = await ReturnedAsync(new IndexPages(), Events.Direct(Request));
        var second = await ReturnedAsync(new IndexPages(), Events.Direct(Records.Success(Request, first)));

        Assert.Contains("\"chainid\":\"call-1\"", second);
        Assert.Contains("\"chainhop\":\"2\"", second);
        Assert.Contains("""{"Id":"a","Path":"/index/index"}""", second);
    }

    [Fact]
    public async Task The_output_has_the_same_id_when_Lambda_tries_again()
    {
        Assert.Equal(await ReturnedAsync(new IndexPages(), Events.Direct(Request)), await ReturnedAsync(new IndexPages(), Events.Direct(Request)));
    }

    [Fact]
    public async Task A_notification_that_invokes_the_function_brings_its_chain_along()
    {
        var output = await ReturnedAsync(new IndexPages(), Events.Sns(Request));

        Assert.Contains("""{"Id":"a","Path":"/index"}""", output);
    }

    [Fact]
    public async Task Every_failure_is_thrown_so_that_Lambda_tells_the_on_failure_destination()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => ReturnedAsync(new IndexPages(new TimeoutException()), Events.Direct(Request)));
        await Assert.ThrowsAsync<NonRetryableException>(() => ReturnedAsync(new IndexPages(new NonRetryableException("Never.")), Events.Direct(Request)));
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => ReturnedAsync(new IndexPages(), Events.Direct("[1]")));
        await Assert.ThrowsAsync<PredecessorFailedException>(() => ReturnedAsync(new IndexPages(), Events.Direct(Records.Failure(Request, "EventAgeExceeded"))));
    }

    [Fact]
    public async Task A_circle_of_functions_ends()
    {
        var output = await ReturnedAsync(new IndexPages(maxHops: 1), Events.Direct(Request));

        await Assert.ThrowsAsync<ChainLoopException>(() => ReturnedAsync(new IndexPages(maxHops: 1), Events.Direct(Records.Success(Request, output))));
    }

    [Fact]
    public async Task A_queue_is_refused_since_Lambda_hands_its_results_to_nobody()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => ReturnedAsync(new IndexPages(), Events.Sqs(Request)));

        Assert.Contains("use a ChainLinkHandler", refusal.Message);
    }

    [Fact]
    public void A_failure_destination_in_the_handler_is_refused()
    {
        var options = new RecordHandlerOptions { FailureDestination = new InMemoryDestination() };

        Assert.Throws<OptionsException>(() => new IndexPages(options: options));
    }

    private static async Task<string> ReturnedAsync(IndexPages function, Stream input)
    {
        using var reader = new StreamReader(await function.FunctionHandler(input, new FakeLambdaContext { AwsRequestId = "call-1" }));
        return await reader.ReadToEndAsync();
    }
}
