using Amazon.DynamoDBv2.Model;
using Patterns.Tables;

namespace Patterns.Aws.DynamoDb;

/// <summary>Items in the form of the SDK, and back.</summary>
internal sealed class ItemMap(DynamoDbTableOptions names)
{
    public Dictionary<string, AttributeValue> Write(TableKey key) => new(StringComparer.Ordinal)
    {
        [names.PartitionKeyName] = new AttributeValue { S = key.Partition },
        [names.SortKeyName] = new AttributeValue { S = key.Sort },
    };

    public Dictionary<string, AttributeValue> Write(TableItem item)
    {
        var attributes = Write(item.Key);
        foreach (var (name, value) in item.Attributes)
        {
            attributes.Add(name, ValueMap.Write(value));
        }

        if (item.ExpiresAt is { } moment)
        {
            attributes.Add(names.ExpiresAtName, ValueMap.Write(moment.ToUnixTimeSeconds()));
        }

        return attributes;
    }

    /// <summary>The item, or null when the service found none.</summary>
    /// <exception cref="TableException">An attribute holds what a <see cref="TableItem"/> cannot.</exception>
    public TableItem? Read(Dictionary<string, AttributeValue>? attributes, TableOperation operation)
    {
        if (attributes is not { Count: > 0 })
        {
            return null;
        }

        var key = ReadKey(attributes, operation);
        operation = operation with { Key = key };
        var others = attributes
            .Where(attribute => !IsOwn(attribute.Key))
            .Select(attribute => KeyValuePair.Create(attribute.Key, ValueMap.Read(attribute.Value, attribute.Key, operation)));
        return new TableItem(key, others) { ExpiresAt = ReadExpiry(attributes, operation) };
    }

    public TableKey ReadKey(Dictionary<string, AttributeValue> attributes, TableOperation operation) =>
        new(ReadKeyPart(attributes, names.PartitionKeyName, operation), ReadKeyPart(attributes, names.SortKeyName, operation));

    private static string ReadKeyPart(Dictionary<string, AttributeValue> attributes, string name, TableOperation operation) =>
        attributes.GetValueOrDefault(name)?.S
            ?? throw operation.Fail($"the key attribute '{name}' is missing or no text; the options name the key attributes.", isRetryable: false);

    private bool IsOwn(string name) => name == names.PartitionKeyName || name == names.SortKeyName || name == names.ExpiresAtName;

    private DateTimeOffset? ReadExpiry(Dictionary<string, AttributeValue> attributes, TableOperation operation)
    {
        if (!attributes.TryGetValue(names.ExpiresAtName, out var value))
        {
            return null;
        }

        var isMoment = value.N is { } text
            && DecimalText.TryRead(text, out var seconds)
            && seconds == decimal.Truncate(seconds)
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        return isMoment
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(value.N!, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture))
            : throw operation.Fail($"the attribute '{names.ExpiresAtName}' is no Unix time in seconds; the options name the expiry attribute.", isRetryable: false);
    }
}
