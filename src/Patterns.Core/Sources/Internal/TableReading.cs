namespace Patterns.Sources.Internal;

/// <summary>How the records of a table's stream are read.</summary>
/// <param name="PartitionKeyName">The key attribute inside which changes keep their order; null where the key has one part.</param>
/// <param name="WholeChange">Whether the message is the change with both images, or only the latest image.</param>
internal sealed record TableReading(string? PartitionKeyName, bool WholeChange)
{
    public static readonly TableReading Default = new(null, false);
}
