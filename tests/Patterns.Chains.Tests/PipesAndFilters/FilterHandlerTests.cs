using System.Diagnostics.Metrics;
using System.Text;

namespace Patterns.PipesAndFilters.Tests;

public sealed class FilterHandlerTests
{
    private readonly InMemoryDestination _next = new("next");
    private readonly InMemoryDestination _failures = new("dead letters of the filter");

    [Fact]
    public async Task What_the_filter_makes_is_in_the_next_pipe_with_its_lineage()
    {
        await RunAsync(new Primes(), new SqsRecord("12") { MessageId = "m-1" });

        Assert.Equal([("m-1.0", "2"), ("m-1.1", "2"), ("m-1.2", "3")], _next.Received.Select(piece => (piece.Id, Encoding.UTF8.GetString(piece.Body.Span))));
        Assert.All(_next.Received, piece => Assert.Equal(("m-1", "m-1", "number"), (piece.CorrelationId, piece.CausationId, piece.Type)));
    }

    [Fact]
    public async Task The_message_that_entered_the_pipeline_is_the_correlation_id_to_its_end()
    {
        var attributes = new Dictionary<string, string> { ["ce-id"] = "m-1.2", ["ce-correlationid"] = "m-1" };

        await RunAsync(new Primes(), new SqsRecord("3") { Attributes = attributes });

        var piece = Assert.Single(_next.Received);
        Assert.Equal(("m-1.2.0", "m-1", "m-1.2"), (piece.Id, piece.CorrelationId, piece.CausationId));
    }

    [Fact]
    public async Task The_message_comes_again_when_a_part_of_what_it_makes_is_not_taken()
    {
        _next.Refuse = envelope => envelope.Id == "m-1.1" ? new SendFailure(envelope, "Throttled", null, IsRetryable: true) : null;
        Assert.Equal(["m-1"], await RunAsync(new Primes(), new SqsRecord("12") { MessageId = "m-1" }));

        _next.Refuse = static _ => null;
        Assert.Empty(await RunAsync(new Primes(), new SqsRecord("12") { MessageId = "m-1" }));
        Assert.Equal(["m-1.0", "m-1.1", "m-1.2"], _next.Received.Select(piece => piece.Id).Distinct().Order());
    }

    [Fact]
    public async Task A_hopeless_message_goes_to_the_dead_letters_of_its_filter()
    {
        var filter = Filters.Map<int, int>("reject", _ => throw new NonRetryableException("No number."));

        Assert.Empty(await RunAsync(filter, new SqsRecord("12")));

        Assert.Equal("No number.", Assert.Single(_failures.Received).Attributes[FailureAttributes.Message]);
    }

    [Fact]
    public async Task A_filter_counts_what_goes_in_what_comes_out_and_what_fails()
    {
        // The name is this test's own, so that tests beside it are not counted.
        var filter = Filters.Split<int, int>("counted here", number => number == 0 ? throw new InvalidOperationException("Not now.") : Enumerable.Range(0, number));
        var counts = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, all) => Listen(instrument, all) };
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) => Count(instrument, count, tags));
        listener.Start();

        await RunAsync(filter, new SqsRecord("3"), new SqsRecord("2"), new SqsRecord("0"));

        Assert.Equal((3, 5, 1), (counts["patterns.filter.in"], counts["patterns.filter.out"], counts["patterns.filter.failed"]));

        static void Listen(Instrument instrument, MeterListener all)
        {
            if (instrument.Name.StartsWith("patterns.filter.", StringComparison.Ordinal))
            {
                all.EnableMeasurementEvents(instrument);
            }
        }

        void Count(Instrument instrument, long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags[0].Value is "counted here")
            {
                lock (counts)
                {
                    counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + count;
                }
            }
        }
    }

    [Fact]
    public void A_missing_pipe_fails_the_start()
    {
        Assert.Throws<OptionsException>(() => new NumberFilter(new Primes(), null!));
    }

    private async Task<IReadOnlyList<string>> RunAsync(Filter<int, int> filter, params SqsRecord[] records)
    {
        var reply = await new NumberFilter(filter, _next, failures: _failures).FunctionHandler(Events.Sqs(records), new FakeLambdaContext());
        return reply.FailedIds();
    }
}
