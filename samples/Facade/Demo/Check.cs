namespace Facade.Demo;

/// <summary>Collects what is not as it must be.</summary>
internal sealed class Check
{
    private static readonly Dictionary<string, decimal> Prices = new() { ["lamp"] = 39.90m, ["chair"] = 120m, ["desk"] = 449m };
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public void Expect(string what, bool holds, object? actual)
    {
        if (!holds)
        {
            _mistakes.Add($"{what}, but: {actual}");
        }
    }

    /// <summary>What holds of every answer, whatever the services do.</summary>
    public void Page(Page page)
    {
        if (page.Status == 200)
        {
            Parts(page);
        }
        else if (page.Cause is { } cause)
        {
            Expect("a problem should name a mandatory part", cause is "product" or "price", page);
            Expect("a problem should be 404, 502, 503 or 504", page.Status is 404 or 502 or 503 or 504, page);
        }
        else
        {
            Expect("without a part, it should be the API that says so", page.Status >= 500, page);
        }
    }

    private void Parts(Page page)
    {
        foreach (var part in Demo.Page.Parts)
        {
            Expect($"{part} should be there or be named", page.Part(part) is null == page.Missing.ContainsKey(part), page.Json);
        }

        Expect("mandatory parts should be there", page.Part("product") is not null && page.Part("price") is not null, page.Json);
        Expect("nobody should keep a page that is not complete", page.MayBeKept == page.IsComplete, page.Json);
        Expect("the product should be the one that was asked for", page.Part("product")?.GetProperty("sku").GetString() == page.Sku, page.Json);
        Expect("the price should be the product's", page.Part("price")?.GetProperty("amount").GetDecimal() == Prices[page.Sku], page.Json);
        if (page.Part("delivery") is { } delivery)
        {
            Expect("it should be sent from where it is", delivery.GetProperty("from").GetString() == page.Part("stock")?.GetProperty("warehouse").GetString(), page.Json);
        }
    }
}
