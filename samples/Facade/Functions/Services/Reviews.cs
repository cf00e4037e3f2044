namespace Facade.Functions.Services;

/// <summary>What others think of a product: <c>/{sku}</c>.</summary>
public sealed class Reviews : Service
{
    protected override string? Answer(string[] path) => path switch
    {
        ["lamp"] => Json(new ReviewSummary(128, 4.5m), PageJson.Default.ReviewSummary),
        ["chair"] => Json(new ReviewSummary(31, 3.9m), PageJson.Default.ReviewSummary),
        ["desk"] => Json(new ReviewSummary(2, 5.0m), PageJson.Default.ReviewSummary),
        _ => null,
    };
}
