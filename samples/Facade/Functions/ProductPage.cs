using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Aws;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Resilience;
using Patterns.Tables;

namespace Facade.Functions;

/// <summary>The page of a product: which services it needs, in which order, how long each may take, and what stands in for it.</summary>
public sealed class ProductPage() : FacadeHandler(new FacadeOptions { Name = "product-page", Budget = TimeSpan.FromSeconds(3) })
{
    private static readonly HttpClient Http = new() { MaxResponseContentBufferSize = 1_000_000 };
    private static readonly ITable State = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    private static readonly PartOptions<Product> OfProduct = new() { IsMandatory = true };
    private static readonly PartOptions<Price> OfPrice = new() { IsMandatory = true, AttemptTimeout = TimeSpan.FromSeconds(1), Circuit = NewCircuit("prices") };
    private static readonly PartOptions<StockLevel> OfStock = new() { Budget = TimeSpan.FromSeconds(1), Fallback = _ => new StockLevel(null, "central") };
    private static readonly PartOptions<Delivery> OfDelivery = new() { Budget = TimeSpan.FromSeconds(1), Circuit = NewCircuit("deliveries") };
    private static readonly PartOptions<ReviewSummary> OfReviews = new()
    {
        Budget = TimeSpan.FromSeconds(1),
        Cache = new PartCache(State, new PartCacheOptions { Name = "reviews", Fresh = TimeSpan.FromSeconds(2), Stale = TimeSpan.FromHours(1) }),
    };

    protected override CallPlan? Plan(ApiRequest request)
    {
        if (request.PathParameters.GetValueOrDefault("sku") is not { Length: > 0 and <= 50 } asked)
        {
            return null;
        }

        var sku = Uri.EscapeDataString(asked);
        var plan = new CallPlan();
        var product = plan.Add("product", PageJson.Default.Product, call => GetAsync("PRODUCTS_URL", sku, PageJson.Default.Product, call), OfProduct);
        plan.Add("price", PageJson.Default.Price, call => GetAsync("PRICES_URL", sku, PageJson.Default.Price, call), OfPrice);
        var stock = plan.Add("stock", PageJson.Default.StockLevel, call => GetAsync("STOCK_URL", sku, PageJson.Default.StockLevel, call), OfStock);
        plan.Add(
            "delivery",
            PageJson.Default.Delivery,
            call => GetAsync("DELIVERIES_URL", $"{call.Value(stock).Warehouse}/{call.Value(product).Grams}", PageJson.Default.Delivery, call),
            OfDelivery,
            needs: [product, stock]);
        plan.Add("reviews", PageJson.Default.ReviewSummary, call => GetAsync("REVIEWS_URL", sku, PageJson.Default.ReviewSummary, call), OfReviews, cacheKey: sku);
        return plan;
    }

    private static async ValueTask<T> GetAsync<T>(string service, string path, JsonTypeInfo<T> json, PartContext call)
    {
        var address = new Uri(new Uri(Environment.GetEnvironmentVariable(service)!), path);
        try
        {
            return (await Http.GetFromJsonAsync(address, json, call.CancellationToken))!;
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            // The service is well: there is no such thing.
            throw new ProblemException(Problems.NotFound());
        }
    }

    private static Circuit NewCircuit(string service) =>
        new(State, new CircuitOptions { Name = service, MinimumFailures = 4, Break = TimeSpan.FromSeconds(5) });
}
