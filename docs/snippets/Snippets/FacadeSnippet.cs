using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Patterns.Aws;
using Patterns.Facade;
using Patterns.Http;
using Patterns.Resilience;

namespace Snippets;

public sealed record Shopper(string Id, string Name, string Country);

public sealed record ShopOrder(string Id, decimal Total);

public sealed record Delivery(int Days);

[JsonSerializable(typeof(Shopper))]
[JsonSerializable(typeof(ShopOrder[]))]
[JsonSerializable(typeof(Delivery))]
public sealed partial class ShopJson : JsonSerializerContext;

// snippet: facade
public sealed class HomePage() : FacadeHandler(new FacadeOptions { Budget = TimeSpan.FromSeconds(2) })
{
    private static readonly HttpClient Services = new() { BaseAddress = new Uri(Environment.GetEnvironmentVariable("SERVICES_URL")!) };
    private static readonly Patterns.Tables.ITable State = Table.From(Environment.GetEnvironmentVariable("TABLE")!);

    private static readonly PartOptions<Shopper> Mandatory = new() { IsMandatory = true };
    private static readonly PartOptions<ShopOrder[]> Guarded = new() { Circuit = new Circuit(State, new CircuitOptions { Name = "orders" }) };
    private static readonly PartOptions<Delivery> Kept = new()
    {
        Budget = TimeSpan.FromMilliseconds(500),
        Cache = new PartCache(State, new PartCacheOptions { Name = "delivery", Fresh = TimeSpan.FromMinutes(1) }),
        Fallback = _ => new Delivery(Days: 5),
    };

    protected override CallPlan? Plan(ApiRequest request)
    {
        // Who asks is what the authorizer says, never what the request says.
        if (request.Principal is not { } id)
        {
            return null;
        }

        var plan = new CallPlan();
        var shopper = plan.Add("shopper", ShopJson.Default.Shopper, call => GetAsync($"shoppers/{id}", ShopJson.Default.Shopper, call), Mandatory);
        plan.Add("orders", ShopJson.Default.ShopOrderArray, call => GetAsync($"orders?of={id}", ShopJson.Default.ShopOrderArray, call), Guarded);
        plan.Add(
            "delivery",
            ShopJson.Default.Delivery,
            call => GetAsync($"delivery/{call.Value(shopper).Country}", ShopJson.Default.Delivery, call),
            Kept,
            needs: [shopper],
            cacheKey: id);
        return plan;
    }

    private static async ValueTask<T> GetAsync<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json, PartContext call) =>
        (await Services.GetFromJsonAsync(path, json, call.CancellationToken))!;
}
// end
