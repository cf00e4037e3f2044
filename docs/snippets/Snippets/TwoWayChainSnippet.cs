using System.Text.Json.Serialization;
using Patterns;
using Patterns.Aws;
using Patterns.Outbound;
using Patterns.Sagas;
using Patterns.Tables;
using Patterns.TwoWayChain;

namespace Snippets;

public sealed record Trip(string Traveller, decimal Price, string? Flight = null, string? Hotel = null);

public sealed record PriceQuestion(string From, string To);

public sealed record Price(decimal Amount);

[JsonSerializable(typeof(Trip))]
[JsonSerializable(typeof(PriceQuestion))]
[JsonSerializable(typeof(Price))]
public sealed partial class TripJson : JsonSerializerContext;

internal static class Airline
{
    public static ValueTask<string> BookAsync(string key, CancellationToken cancellationToken) => new(key);

    public static ValueTask CancelAsync(string key, CancellationToken cancellationToken) => default;

    public static ValueTask<decimal> PriceAsync(PriceQuestion question, string key, CancellationToken cancellationToken) => new(question.To.Length);
}

internal static class Hotel
{
    public static ValueTask<string> BookAsync(string key, CancellationToken cancellationToken) => new(key);

    public static ValueTask CancelAsync(string key, CancellationToken cancellationToken) => default;

    public static ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => new((string?)key);
}

// snippet: saga
public static class Trips
{
    public static SagaDefinition<Trip> Saga { get; } = new SagaBuilder<Trip>("trip", TripJson.Default.Trip)
        .Step(
            "flight",
            async (trip, context) => trip with { Flight = await Airline.BookAsync(context.IdempotencyKey, context.CancellationToken) },
            async (trip, context) =>
            {
                await Airline.CancelAsync(context.IdempotencyKey, context.CancellationToken);
                return trip with { Flight = null };
            })
        .Step(
            "hotel",
            async (trip, context) => trip with { Hotel = await Hotel.BookAsync(context.IdempotencyKey, context.CancellationToken) },
            async (trip, context) =>
            {
                await Hotel.CancelAsync(context.IdempotencyKey, context.CancellationToken);
                return trip with { Hotel = null };
            },
            new SagaStepOptions<Trip>
            {
                // A hotel whose answer was lost is asked, not booked again.
                Ask = async (trip, context) => await Hotel.FindAsync(context.IdempotencyKey, context.CancellationToken) is { } found
                    ? trip with { Hotel = found }
                    : null,
            })
        .Step("payment", (trip, context) => new(Book(trip, context, trip.Price)), (trip, context) => new(Book(trip, context, -trip.Price)), new SagaStepOptions<Trip>
        {
            IsAtomic = true,
        })
        .Build();

    public static SagaLog<Trip> Log { get; } = new(Saga, Table.From(Environment.GetEnvironmentVariable("TABLE")!), new SagaOptions
    {
        Queue = Destination.From(Environment.GetEnvironmentVariable("TURNS_QUEUE")!),
        Answers = Destination.From(Environment.GetEnvironmentVariable("ANSWERS_QUEUE")!),
        Timeout = TimeSpan.FromMinutes(10),
    });

    private static Trip Book(Trip trip, SagaStepContext context, decimal amount)
    {
        // Commits together with the step: charged once, and never in doubt.
        context.Enlist(new TableUpdate(new TableKey($"account/{trip.Traveller}", "balance")).Add("charged", amount));
        return trip;
    }
}

public sealed class BookTrip() : SagaHandler<Trip>(Trips.Log);
// end

internal static class TravelAgency
{
    public static async Task StartAsync(string tripId, CancellationToken cancellationToken)
    {
        // snippet: saga-start
        await Trips.Log.StartAsync(tripId, new Trip("Ada", 420), cancellationToken);
        // end
    }
}

// snippet: request-reply
// The one who answers.
public sealed class QuotePrice(ITable table) : RequestReplyHandler<PriceQuestion, Price>(
    TripJson.Default.PriceQuestion,
    TripJson.Default.Price,
    new RequestReplyOptions
    {
        Table = table,
        ReplyTo = url => url == Environment.GetEnvironmentVariable("PRICES_QUEUE") ? Destination.From(url) : null,
    })
{
    protected override async ValueTask<Price> ReplyAsync(PriceQuestion request, RequestContext context) =>
        new(await Airline.PriceAsync(request, context.RequestId, context.CancellationToken));
}

// The one who asks.
public static class PriceQuestions
{
    public static RequestLog<PriceQuestion, Price> Log { get; } = new(
        Table.From(Environment.GetEnvironmentVariable("TABLE")!),
        TripJson.Default.PriceQuestion,
        TripJson.Default.Price,
        new RequestLogOptions
        {
            Requests = Destination.From(Environment.GetEnvironmentVariable("QUESTIONS_QUEUE")!),
            ReplyTo = Environment.GetEnvironmentVariable("PRICES_QUEUE")!,
            Timeout = TimeSpan.FromSeconds(20),
        });
}

public sealed class CollectPrices() : ReplyCollectorHandler<PriceQuestion, Price>(PriceQuestions.Log);
// end

internal static class PriceApi
{
    public static async Task<PollResponse> AskAsync(string id, PriceQuestion question, CancellationToken cancellationToken)
    {
        // snippet: request-reply-poll
        await PriceQuestions.Log.SendAsync(id, question, cancellationToken);
        var status = await PriceQuestions.Log.WaitAsync(id, patience: TimeSpan.FromSeconds(5), cancellationToken);

        // 200 with the price, or 202 with the place to ask.
        return PollResponse.Of(status, new Uri($"/prices/{id}", UriKind.Relative), TripJson.Default.Price);
        // end
    }

    public static string Definition()
    {
        // snippet: saga-state-machine
        var definition = SagaStateMachine.ToJson(Trips.Saga);
        // end
        return definition;
    }
}

// snippet: saga-tasks
public sealed class TripTasks(ITable table) : SagaTaskHandler<Trip>(Trips.Saga, new SagaTaskOptions { Table = table });
// end
