namespace Patterns.StreamTransform.Internal;

/// <summary>The names of streams, tables and queues in their ARNs.</summary>
internal static class SourceNames
{
    private const int ResourcePart = 5;

    /// <summary><c>orders</c> of <c>arn:aws:kinesis:eu-west-1:111122223333:stream/orders</c>.</summary>
    public static string Of(string arn)
    {
        var parts = arn.Split(':', ResourcePart + 1);
        if (parts.Length <= ResourcePart)
        {
            throw new InvalidOperationException($"The record's source '{arn}' is no ARN that a name could be taken of; set {nameof(StreamTransformOptions<>.SourceId)}.");
        }

        var resource = parts[ResourcePart].Split('/');
        return resource.Length > 1 ? resource[1] : resource[0];
    }
}
