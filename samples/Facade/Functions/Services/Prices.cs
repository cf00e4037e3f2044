namespace Facade.Functions.Services;

/// <summary>What a product costs: <c>/{sku}</c>.</summary>
public sealed class Prices : Service
{
    protected override string? Answer(string[] path) => path switch
    {
        ["lamp"] => Json(new Price(39.90m, "EUR"), PageJson.Default.Price),
        ["chair"] => Json(new Price(120m, "EUR"), PageJson.Default.Price),
        ["desk"] => Json(new Price(449m, "EUR"), PageJson.Default.Price),
        _ => null,
    };
}
