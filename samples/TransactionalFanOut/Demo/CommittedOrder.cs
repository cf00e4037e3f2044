namespace TransactionalFanOut.Demo;

/// <summary>An order as the table has it.</summary>
internal sealed record CommittedOrder(string Id, string Sku, int Quantity, string Status)
{
    /// <summary>The messages that were committed with it, in their order.</summary>
    public IEnumerable<string> Messages => Types.Select(type => $"{Id}/{type}");

    private string[] Types => Status switch
    {
        "placed" => ["order.placed", "stock.reserved"],
        "paid" => ["order.placed", "stock.reserved", "order.paid"],
        _ => ["order.placed", "stock.reserved", "order.paid", "order.shipped"],
    };
}
