namespace Facade.Functions.Services;

/// <summary>What a product is: <c>/{sku}</c>.</summary>
public sealed class Products : Service
{
    protected override string? Answer(string[] path) => path switch
    {
        ["lamp"] => Json(new Product("lamp", "A lamp", 1_200), PageJson.Default.Product),
        ["chair"] => Json(new Product("chair", "A chair", 6_500), PageJson.Default.Product),
        ["desk"] => Json(new Product("desk", "A desk", 32_000), PageJson.Default.Product),
        _ => null,
    };
}
