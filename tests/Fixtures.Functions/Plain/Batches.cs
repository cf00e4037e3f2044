using System.Text.Json;

namespace Fixtures.Plain;

/// <summary>Handles batches of messages.</summary>
public sealed class Batches
{
    /// <summary>Reports the messages whose body contains <c>fail</c>, and those only.</summary>
    public Stream ReportFailures(Stream input)
    {
        using var json = JsonDocument.Parse(input);
        var failed = json.RootElement.GetProperty("Records").EnumerateArray()
            .Where(record => record.GetProperty("body").GetString()!.Contains("fail", StringComparison.Ordinal))
            .Select(record => new { itemIdentifier = record.GetProperty("messageId").GetString() });
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { batchItemFailures = failed }));
    }
}
