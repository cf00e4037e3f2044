namespace PipesAndFilters.Functions;

/// <summary>What there is, and what it costs.</summary>
public static class Catalogue
{
    public static readonly IReadOnlyDictionary<string, long> Cents = new Dictionary<string, long>
    {
        ["bolt"] = 12,
        ["nut"] = 7,
        ["washer"] = 3,
        ["hinge"] = 450,
    };

    public static readonly IReadOnlyDictionary<string, string[]> Bundles = new Dictionary<string, string[]>
    {
        ["fixing"] = ["bolt", "nut", "washer"],
        ["door"] = ["hinge", "hinge", "bolt"],
    };
}
