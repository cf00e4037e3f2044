using System.Text.Json;

namespace Patterns.StreamTransform.Tests.Transforms;

/// <summary>What a receiver behind a stream sees of readings: ids, keys and values, each output once.</summary>
internal sealed class SeenRecords
{
    private readonly List<(string Id, string Key, Reading Reading)> _records = [];

    public SeenRecords(FakeStream stream)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in stream.Records)
        {
            using var document = JsonDocument.Parse(record.Data);
            var id = document.RootElement.GetProperty("id").GetString()!;
            if (ids.Add(id))
            {
                _records.Add((id, record.PartitionKey, document.RootElement.GetProperty("data").Deserialize(ReadingJson.Default.Reading)!));
            }
        }
    }

    public IEnumerable<string> Ids => _records.Select(record => record.Id);

    /// <summary>The records of each key in their order, the keys in theirs.</summary>
    public IEnumerable<string> ByKey => _records
        .GroupBy(record => record.Key)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(record => $"{record.Id} {record.Reading}"))}");

    public IEnumerable<int> ValuesOf(string key) => _records.Where(record => record.Key == key).Select(record => record.Reading.Value);
}
