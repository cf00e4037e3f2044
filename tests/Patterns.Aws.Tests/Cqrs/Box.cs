using System.Text.Json;
using Patterns.Cqrs;
using Patterns.Tables;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>The box office of halls with ten seats, in a table of its own; every call makes what a process of its own has.</summary>
internal sealed class Box(Func<ITable> connect)
{
    public const string Type = "hall";

    /// <summary>A new table on the endpoint.</summary>
    public static async Task<Box> OpenAsync(Endpoint endpoint)
    {
        var name = await endpoint.CreateTableAsync();
        return new Box(() => Table.From(endpoint.DynamoDb, name, new() { FirstDelay = TimeSpan.FromMilliseconds(1) }));
    }

    public ITable Connect() => connect();

    public EventStore<Booking> Events(ITable? table = null) =>
        new(table ?? connect(), Type, new EventTypes<Booking>().With("seats.booked", BookingJson.Default.Booking));

    public AggregateStore<int, Booking, Booking> Halls(ITable? table = null) => new(Events(table), new HallDecider(seats: 10), new()
    {
        Snapshots = new(BookingJson.Default.Int32) { Name = "taken", Every = 3 },
        MaxAttempts = 100,
        RetryDelay = TimeSpan.FromMilliseconds(1),
    });

    public CommandRouter Router(TimeSpan? maxAge = null)
    {
        var table = connect();
        return new CommandRouter(table, new() { MaxAttempts = 100, RetryDelay = TimeSpan.FromMilliseconds(1), MaxAge = maxAge })
            .With("hall.book", 1, BookingJson.Default.Booking, BookingJson.Default.Int32, new BookHandler(Halls(table)));
    }

    public async Task<List<StoredEvent<Booking>>> HistoryAsync(string hall) => await Events().ReadAsync(hall, 0, default).ToListAsync();

    public static CommandRequest Book(string key, string hall, int seats) => new()
    {
        Name = "hall.book",
        Key = key,
        Actor = "ann",
        Arguments = JsonSerializer.SerializeToElement(new Booking(hall, seats), BookingJson.Default.Booking),
    };
}
