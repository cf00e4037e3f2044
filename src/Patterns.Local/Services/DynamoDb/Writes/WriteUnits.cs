using Patterns.Local.Services.DynamoDb.Tables;

namespace Patterns.Local.Services.DynamoDb.Writes;

/// <summary>The write units of one change: in the table and in each index that it touched.</summary>
internal sealed class WriteUnits(double table)
{
    private List<KeyValuePair<IndexDefinition, double>>? _indexes;

    public double Table { get; } = table;

    public IReadOnlyList<KeyValuePair<IndexDefinition, double>> Indexes => _indexes ?? (IReadOnlyList<KeyValuePair<IndexDefinition, double>>)[];

    public static double Of(int size) => Math.Max(1, (size + 1023) / 1024);

    public void AddIndex(IndexDefinition index, double units) => (_indexes ??= []).Add(KeyValuePair.Create(index, units));
}
