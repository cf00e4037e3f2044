namespace TransactionalFanOut.Demo;

/// <summary>The requests of one order, posted one after the other; the first one places it.</summary>
internal sealed record OrderLife(string OrderId, string Sku, int Quantity, bool HasLongNote, IReadOnlyList<Request> Requests)
{
    /// <summary>What the order's status must be in the end, if it could be placed.</summary>
    public string FinalStatus => Has("/shipment", 202) ? "shipped" : Has("/payment", 202) ? "paid" : "placed";

    private bool Has(string path, int answer) => Requests.Any(request => request.Path.EndsWith(path, StringComparison.Ordinal) && request.IfPlaced == answer);
}
