namespace Patterns.Cqrs;

/// <summary>Where a row of a view is: rows of one partition are read together, in the order of their sort texts.</summary>
/// <param name="Partition">The partition: 1 to 1,024 bytes.</param>
/// <param name="Sort">The place in the partition; empty for a row that has it for itself. At most 1,000 bytes.</param>
public readonly record struct ViewKey(string Partition, string Sort = "")
{
    /// <summary>The partition, and the place in it if there is one.</summary>
    public override string ToString() => Sort.Length == 0 ? Partition : $"{Partition}/{Sort}";
}
