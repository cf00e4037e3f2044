using System.Text.Json;

namespace FanOut.Demo;

/// <summary>What will be posted, and what each receiver must make of it.</summary>
internal sealed class OrderBook
{
    public static readonly string[] Receivers = ["Billing", "Shipping", "Analytics"];
    private static readonly string[] Countries = ["DE", "FR", "NL", "AT", "US", "JP"];
    private static readonly string[] ShippedTo = ["DE", "FR", "NL", "AT"];
    private static readonly string[] Garbage = ["", "{", "[]", "null", "{\"id\":7}", "<order/>", "{\"id\":\"x\",\"country\":\"Germany\"}"];

    private OrderBook(IReadOnlyList<Order> orders, IReadOnlyList<string> posts, int duplicates, int malformed)
    {
        Orders = orders.ToDictionary(order => order.Id);
        Posts = posts;
        Duplicates = duplicates;
        Malformed = malformed;
        Copies = posts.Select(OrderId).OfType<string>().GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
    }

    public IReadOnlyDictionary<string, Order> Orders { get; }

    /// <summary>The request bodies.</summary>
    public IReadOnlyList<string> Posts { get; }

    /// <summary>How often each order is posted.</summary>
    public IReadOnlyDictionary<string, int> Copies { get; }

    public int Duplicates { get; }

    public int Malformed { get; }

    public int Unreliable => Expected("Shipping").Count(id => Orders[id].Carrier is not null);

    public int TooHeavy => ExpectedDead("Shipping").Count();

    /// <summary>The same orders for the same seed: some twice, some malformed, some hard and some impossible to ship.</summary>
    public static OrderBook Create(int count, int seed)
    {
        var random = new Random(seed);
        var orders = new List<Order>();
        var posts = new List<string>();
        var duplicates = 0;
        var malformed = 0;
        for (var n = 0; posts.Count < count; n++)
        {
            if (n % 25 == 24)
            {
                posts.Add(Garbage[malformed++ % Garbage.Length]);
                continue;
            }

            var order = new Order(
                $"order-{n:D4}",
                Countries[random.Next(Countries.Length)],
                WeightGrams: n % 30 == 7 ? 45_000 : random.Next(100, 20_000),
                Total: random.Next(500, 50_000) / 100m,
                Carrier: n % 20 == 3 ? "unreliable" : null);
            var body = JsonSerializer.Serialize(order, JsonSerializerOptions.Web);
            orders.Add(order);
            posts.Add(body);
            if (n % 15 == 11 && posts.Count < count)
            {
                posts.Add(body);
                duplicates++;
            }
        }

        return new OrderBook(orders, posts, duplicates, malformed);
    }

    public string Describe() =>
        $"{Orders.Count} orders, {Duplicates} of them twice, {Malformed} malformed requests, "
        + $"{Unreliable} orders with an unreliable carrier, {TooHeavy} too heavy to ship";

    /// <summary>The orders that the receiver must say it is done with.</summary>
    public IEnumerable<string> Expected(string receiver) => Orders.Values.Where(order => Reaches(receiver, order) && !IsDead(receiver, order)).Select(order => order.Id);

    /// <summary>The orders that must be in the receiver's dead letters.</summary>
    public IEnumerable<string> ExpectedDead(string receiver) => Orders.Values.Where(order => Reaches(receiver, order) && IsDead(receiver, order)).Select(order => order.Id);

    private static bool Reaches(string receiver, Order order) => receiver != "Shipping" || ShippedTo.Contains(order.Country);

    private static bool IsDead(string receiver, Order order) => receiver == "Shipping" && order.WeightGrams > 30_000;

    private static string? OrderId(string post)
    {
        try
        {
            return JsonSerializer.Deserialize<Order>(post, JsonSerializerOptions.Web) is { Country.Length: 2 } order ? order.Id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
