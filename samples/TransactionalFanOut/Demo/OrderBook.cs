using System.Text.Json;

namespace TransactionalFanOut.Demo;

/// <summary>What will be posted: the same for the same seed, but for the names, which are new in each run.</summary>
internal sealed class OrderBook
{
    public const int StockOfEach = 46;

    /// <summary>JSON writes each of these letters with six bytes, which is more than the topic takes.</summary>
    public static readonly string LongNote = new('é', 50_000);

    private static readonly string[] Garbage = ["", "{", "[]", "null", "{\"id\":7}", "<order/>", "{\"id\":\"a b\",\"sku\":\"x\",\"quantity\":1}", "{\"id\":\"x\",\"sku\":\"x\",\"quantity\":0}"];

    private OrderBook(string run, IReadOnlyList<OrderLife> lives, IReadOnlyList<Request> hopeless)
    {
        Run = run;
        Lives = lives.ToDictionary(life => life.OrderId);
        Hopeless = hopeless;
    }

    /// <summary>What the names of this run's orders and goods begin with.</summary>
    public string Run { get; }

    public IReadOnlyDictionary<string, OrderLife> Lives { get; }

    /// <summary>Requests that must change nothing.</summary>
    public IReadOnlyList<Request> Hopeless { get; }

    public IEnumerable<string> Skus => Lives.Values.Select(life => life.Sku).Distinct();

    public static OrderBook Create(string run, int count, int seed)
    {
        var random = new Random(seed);
        var lives = Enumerable.Range(0, count).Select(n => Life(run, n, random.Next(1, 4))).ToList();
        var malformed = Garbage.Select(body => new Request("orders", body, 400, 400));
        var unknown = new[] { $"{run}-nobody", "a%20b", new string('x', 3000) }.Select(id => new Request($"orders/{id}/payment", "", 404, 404));
        return new OrderBook(run, lives, [.. malformed, .. unknown]);
    }

    public string Describe() =>
        $"{Lives.Count} orders in {Lives.Values.Sum(life => life.Requests.Count)} requests, among them repeated ones, other orders under a known id and shipments before the payment; "
        + $"{Lives.Values.Count(life => life.HasLongNote)} orders with a note that is too long for the topic; {Hopeless.Count} requests that make no sense; {StockOfEach} of each of {Skus.Count()} goods in stock";

    private static OrderLife Life(string run, int n, int quantity)
    {
        var (id, sku, hasLongNote) = ($"{run}-{n:D3}", $"{run}-goods-{n % 8}", n % 50 == 25);

        var note = hasLongNote ? LongNote : null;
        var place = Place(id, sku, quantity, note);
        var payment = new Request($"orders/{id}/payment", "", 202, 404);
        var shipment = new Request($"orders/{id}/shipment", "", 202, 404);
        List<Request> requests = [place];
        Add(n % 7 == 3, place);
        Add(n % 11 == 5, Place(id, sku, quantity + 1, note) with { IfPlaced = 409 });
        Add(n % 9 == 4, shipment with { IfPlaced = 409 });
        Add(n % 10 != 9, payment);
        Add(n % 6 == 2 && n % 10 != 9, payment);
        Add(n % 10 < 8, shipment);
        Add(n % 13 == 1, place);
        return new OrderLife(id, sku, quantity, hasLongNote, requests);

        void Add(bool isWanted, Request request) => requests.AddRange(isWanted ? [request] : []);
    }

    private static Request Place(string id, string sku, int quantity, string? note) =>
        new("orders", JsonSerializer.Serialize(new { id, sku, quantity, note }), IfPlaced: 202, IfRefused: 409);
}
