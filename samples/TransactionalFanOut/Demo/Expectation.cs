namespace TransactionalFanOut.Demo;

/// <summary>What must arrive where, by what is committed.</summary>
internal sealed class Expectation(OrderBook book, IReadOnlyList<CommittedOrder> orders)
{
    public static readonly string[] Receivers = ["Billing", "Warehouse", "Analytics"];

    public IReadOnlyList<CommittedOrder> Orders => orders;

    /// <summary>The messages that the topic cannot take.</summary>
    public IReadOnlySet<string> Failed { get; } =
        orders.Where(order => book.Lives[order.Id].HasLongNote).Select(order => $"{order.Id}/order.placed").ToHashSet();

    /// <summary>The messages that the receiver must hear, in their order, by order.</summary>
    public IReadOnlyDictionary<string, string[]> HeardBy(string receiver) => orders.ToDictionary(
        order => order.Id,
        order => order.Messages.Where(message => Wants(receiver, message) && !Failed.Contains(message)).ToArray());

    private static bool Wants(string receiver, string message) => receiver switch
    {
        "Billing" => message.EndsWith("/order.placed", StringComparison.Ordinal) || message.EndsWith("/order.paid", StringComparison.Ordinal),
        "Warehouse" => message.EndsWith("/stock.reserved", StringComparison.Ordinal) || message.EndsWith("/order.shipped", StringComparison.Ordinal),
        _ => true,
    };
}
