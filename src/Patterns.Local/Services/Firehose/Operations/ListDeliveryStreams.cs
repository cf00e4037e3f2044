using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

internal sealed class ListDeliveryStreams : IFirehoseOperation
{
    private const int DefaultLimit = 10;

    public void Run(FirehoseCall call)
    {
        var limit = call.Input.Number("Limit") ?? DefaultLimit;
        if (limit is < 1 or > 10_000)
        {
            throw FirehoseErrors.Constraint("limit", "Member must have value between 1 and 10000");
        }

        var after = call.Input.Text("ExclusiveStartDeliveryStreamName") ?? "";
        var type = call.Input.Text("DeliveryStreamType");
        var names = call.Service.All
            .Where(stream => type is null || type == DescribeDeliveryStream.TypeOf(stream.Settings))
            .Select(stream => stream.Settings.Name)
            .Where(name => string.CompareOrdinal(name, after) > 0).ToList();
        call.Json.WriteStartArray("DeliveryStreamNames");
        foreach (var name in names.Take((int)limit))
        {
            call.Json.WriteStringValue(name);
        }

        call.Json.WriteEndArray();
        call.Json.WriteBoolean("HasMoreDeliveryStreams", names.Count > limit);
    }
}
