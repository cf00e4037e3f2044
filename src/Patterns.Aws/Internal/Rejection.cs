namespace Patterns.Aws.Internal;

/// <summary>An entry of a batch request that the service did not take.</summary>
internal readonly record struct Rejection(string EntryId, string Code, string? Message, bool? SenderFault)
{
    public bool IsRetryable => SenderFault != true || Code.Contains("Throttl", StringComparison.Ordinal);
}
