namespace Facade.Functions.Services;

/// <summary>How long something of a weight takes from a warehouse: <c>/{warehouse}/{grams}</c>.</summary>
public sealed class Deliveries : Service
{
    protected override string? Answer(string[] path) => path is [var warehouse, var weight] && int.TryParse(weight, out var grams)
        ? Json(new Delivery(warehouse, (warehouse == "central" ? 4 : 2) + (grams > 30_000 ? 3 : 0)), PageJson.Default.Delivery)
        : null;
}
