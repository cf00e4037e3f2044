namespace Patterns.Aws.DynamoDb;

/// <summary>Why a write kept its transaction from taking effect.</summary>
internal static class CancellationCodes
{
    public const string ConditionalCheckFailed = "ConditionalCheckFailed";

    private const string None = "None";

    /// <summary>Whether the write itself could have been done, or its condition did not hold: an outcome, not an error.</summary>
    public static bool IsHarmless(string? code) => code is null or "" or None or ConditionalCheckFailed;
}
