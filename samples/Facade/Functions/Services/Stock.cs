namespace Facade.Functions.Services;

/// <summary>How many there are of a product, and where: <c>/{sku}</c>.</summary>
public sealed class Stock : Service
{
    protected override string? Answer(string[] path) => path switch
    {
        ["lamp"] => Json(new StockLevel(17, "north"), PageJson.Default.StockLevel),
        ["chair"] => Json(new StockLevel(4, "south"), PageJson.Default.StockLevel),
        ["desk"] => Json(new StockLevel(0, "south"), PageJson.Default.StockLevel),
        _ => null,
    };
}
