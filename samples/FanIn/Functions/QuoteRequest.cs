namespace FanIn.Functions;

/// <summary>What a customer wants to know: who of these suppliers sells it at the lowest price, said within so many seconds.</summary>
public sealed record QuoteRequest(string Id, string Item, int Quantity, IReadOnlyList<string> Suppliers, int WaitSeconds)
{
    public bool IsValid =>
        Id is { Length: > 0 and <= 40 }
        && Item is { Length: > 0 and <= 100 }
        && Quantity > 0
        && Suppliers is { Count: > 0 and <= 20 }
        && Suppliers.All(supplier => supplier is { Length: > 0 and <= 40 })
        && Suppliers.Distinct().Count() == Suppliers.Count
        && WaitSeconds > 0 && WaitSeconds <= OpenRequests.LongestWait.TotalSeconds;
}
