namespace FanIn.Demo;

/// <summary>The suppliers as one knows them: how they answer, and their prices.</summary>
internal static class Market
{
    public const string Slow = "Snail";
    public const string Silent = "Ghost";
    public const string Garbled = "Mumble";

    public static readonly string[] Prompt = ["Amber", "Birch", "Cedar", "Echo"];

    public static readonly string[] All = [.. Prompt, Slow, Garbled, Silent];

    public static decimal PriceOf(string supplier, string item, int quantity)
    {
        var cents = 100 + $"{supplier}/{item}".Aggregate(7, (sum, letter) => (sum * 31 + letter) % 900);
        return cents * quantity / 100m;
    }

    public static bool EverQuotes(string supplier) => supplier is not (Silent or Garbled);
}
