using Patterns.Sources.Internal;

namespace Patterns.Core.Tests.Records;

/// <summary>Batches of orders 0, 1, … with the record ids 1, 2, … in every form.</summary>
internal static class BatchForms
{
    private const string Undecodable = "{";

    public static async Task<RecordBatch> ReadAsync(BatchForm form, (string Key, bool CanBeDecoded)[] orders)
    {
        var buffer = await EventBuffer.ReadAsync(Payload(form, orders), CancellationToken.None);
        var read = EventReader.Read(buffer);
        return form switch
        {
            BatchForm.Sns => new ShiftedIds(read),
            BatchForm.S3 => new ObjectKeys(read),
            _ => read,
        };
    }

    private static MemoryStream Payload(BatchForm form, (string Key, bool CanBeDecoded)[] orders)
    {
        var bodies = orders.Select((order, index) => order.CanBeDecoded ? OrderHandler.Body($"{index}") : Undecodable).ToArray();
        return form switch
        {
            BatchForm.Sqs => Events.Sqs(Messages(bodies)),
            BatchForm.SqsFifo => Events.SqsFifo(InGroups(orders, bodies)),
            BatchForm.NotificationsInSqs => Events.Sqs(Messages(Notifications(bodies))),
            BatchForm.NotificationsInSqsFifo => Events.SqsFifo(InGroups(orders, Notifications(bodies))),
            BatchForm.Kinesis => Events.Kinesis([.. bodies.Select((body, index) => new StreamRecord(orders[index].Key, body))]),
            BatchForm.DynamoDb => Events.DynamoDb([.. orders.Select(Change)]),
            BatchForm.Sns => Events.Sns(bodies),
            BatchForm.S3 => Events.S3("orders", bodies),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, message: null),
        };
    }

    private static string[] Notifications(string[] bodies) =>
        [.. bodies.Select((body, index) => Events.SnsEnvelope(body, messageId: $"notification-{index}"))];

    private static SqsRecord[] Messages(string[] bodies) =>
        [.. bodies.Select((body, index) => new SqsRecord(body) { MessageId = $"{index + 1}" })];

    private static SqsRecord[] InGroups((string Key, bool CanBeDecoded)[] orders, string[] bodies) =>
        [.. Messages(bodies).Select((message, index) => message with { GroupId = orders[index].Key })];

    private static TableRecord Change((string Key, bool CanBeDecoded) order, int index) =>
        new("INSERT", $$$"""{"pk":{"S":"{{{order.Key}}}"}}""")
        {
            NewImage = order.CanBeDecoded ? $$$"""{"id":{"S":"{{{index}}}"}}""" : """{"id":{"X":"?"}}""",
        };
}
