namespace FanOut.Functions;

/// <summary>What a customer ordered, as every receiver reads it.</summary>
public sealed record Order(string Id, string Country, int WeightGrams, decimal Total, string? Carrier = null)
{
    public bool IsValid => Id is { Length: > 0 and <= 40 } && Country is { Length: 2 } && WeightGrams > 0 && Total >= 0;
}
