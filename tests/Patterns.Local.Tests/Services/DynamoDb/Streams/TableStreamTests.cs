using System.Buffers;
using System.Text;
using System.Text.Json;
using Patterns.Local.Services;
using Patterns.Local.Services.DynamoDb.Streams;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Streams;

public sealed class TableStreamTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_record_has_the_exact_form_of_the_service()
    {
        var stream = Stream("NEW_AND_OLD_IMAGES");
        stream.Record(Item("""{"Id":{"N":"101"},"Message":{"S":"New item!"}}"""), Item("""{"Id":{"N":"101"},"Message":{"S":"This item has changed"}}"""), isExpiry: false);

        var record = Assert.Single(Records(stream));

        Assert.Equal(
            $$$"""{"eventID":"{{{record.EventId}}}","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1767323045,"Keys":{"Id":{"N":"101"}},"NewImage":{"Id":{"N":"101"},"Message":{"S":"This item has changed"}},"OldImage":{"Id":{"N":"101"},"Message":{"S":"New item!"}},"SequenceNumber":"{{{record.SequenceNumber}}}","SizeBytes":59,"StreamViewType":"NEW_AND_OLD_IMAGES"},"eventSourceARN":"arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-02T03:04:05.000"}""",
            Event(stream, record));
        Assert.Matches("^[0-9a-f]{32}$", record.EventId);
        Assert.Matches("^[0-9]{21}$", record.SequenceNumber);
    }

    [Theory]
    [InlineData("KEYS_ONLY", false, false, 5)]
    [InlineData("NEW_IMAGE", true, false, 10)]
    [InlineData("OLD_IMAGE", false, true, 10)]
    [InlineData("NEW_AND_OLD_IMAGES", true, true, 15)]
    public void The_view_type_decides_what_a_record_shows(string view, bool showsNew, bool showsOld, int size)
    {
        var stream = Stream(view);
        stream.Record(Item("""{"Id":{"N":"101"}}"""), Item("""{"Id":{"N":"101"},"":{"S":""}}"""), isExpiry: false);

        var record = Assert.Single(Records(stream));

        Assert.Equal((showsNew, showsOld, size), (record.NewImage is not null, record.OldImage is not null, record.Size));
    }

    [Fact]
    public void Inserted_changed_and_removed_items_make_records_and_unchanged_ones_none()
    {
        var stream = Stream("NEW_AND_OLD_IMAGES");
        var (one, two) = (Item("""{"Id":{"N":"1"},"tags":{"SS":["a","b"]}}"""), Item("""{"Id":{"N":"1"},"tags":{"SS":["a"]}}"""));
        stream.Record(null, one, isExpiry: false);
        stream.Record(one, Item("""{"Id":{"N":"1.0"},"tags":{"SS":["b","a"]}}"""), isExpiry: false);
        stream.Record(one, two, isExpiry: false);
        stream.Record(two, null, isExpiry: false);
        stream.Record(null, null, isExpiry: false);

        Assert.Equal([ChangeKind.INSERT, ChangeKind.MODIFY, ChangeKind.REMOVE], Records(stream).Select(record => record.Kind));
    }

    [Fact]
    public void An_expired_item_names_the_service_as_the_one_who_removed_it()
    {
        var stream = Stream("KEYS_ONLY");
        stream.Record(Item("""{"Id":{"N":"1"}}"""), null, isExpiry: true);
        var record = Records(stream).Single();

        Assert.Contains(""","userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"},""", Event(stream, record));
        Assert.Contains(""","userIdentity":{"Type":"Service","PrincipalId":"dynamodb.amazonaws.com"}}""", Write(record.WriteAnswer));
    }

    [Fact]
    public void All_changes_of_a_key_are_in_one_shard_with_growing_numbers()
    {
        var stream = Stream("KEYS_ONLY", shards: 4);
        for (var i = 0; i < 400; i++)
        {
            stream.Record(null, Item($$$"""{"Id":{"S":"key{{{i % 40}}}"},"n":{"N":"{{{i}}}"}}"""), isExpiry: false);
        }

        var shards = stream.Log.Shards.Select(shard => shard.Read(0, 1000).Records).ToList();

        Assert.Equal(4, shards.Count);
        Assert.Equal(400, shards.Sum(records => records.Count));
        Assert.All(shards, records => Assert.Equal(records.OrderBy(record => record.SequenceNumber, StringComparer.Ordinal), records));
        Assert.Equal(40, shards.Sum(records => records.Select(record => record.PartitionKey).Distinct().Count()));
        Assert.All(shards, records => Assert.NotEmpty(records));
    }

    [Fact]
    public void A_shard_is_continued_by_a_child_after_four_hours()
    {
        var stream = Stream("KEYS_ONLY");
        Put(stream, 1);
        _clock.Advance(TimeSpan.FromHours(4));
        Put(stream, 2);

        var (parent, child) = (stream.Log.Shards[0], stream.Log.Shards[1]);

        Assert.True(parent.IsClosed && !child.IsClosed);
        Assert.Equal([parent.Id], child.Parents);
        Assert.Equal((1, 1), (parent.Tip, child.Tip));
        Assert.True(string.CompareOrdinal(parent.LastSequenceNumber, child.StartingSequenceNumber) < 0);
        Assert.Matches("^shardId-[0-9]{20}-[0-9a-f]{8}$", child.Id);
    }

    [Fact]
    public void A_disabled_stream_is_closed_and_can_be_read_for_a_day()
    {
        var stream = Stream("KEYS_ONLY");
        Put(stream, 1);
        stream.Disable();
        Put(stream, 2);

        Assert.False(stream.IsEnabled);
        Assert.True(stream.Log.Shards.Single().IsClosed);
        Assert.Single(Records(stream));
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(stream.CurrentShards());
    }

    private TableStream Stream(string view, int shards = 1) => new(
        "arn:aws:dynamodb:us-east-1:000000000000:table/t", view, ["Id"], shards, new AwsEnvironment("us-east-1", "000000000000", _clock));

    private static void Put(TableStream stream, int number) => stream.Record(null, Item($$$"""{"Id":{"N":"{{{number}}}"}}"""), isExpiry: false);

    private static List<TableRecord> Records(TableStream stream) =>
        [.. stream.Log.Shards.SelectMany(shard => shard.Read(0, 1000).Records).Cast<TableRecord>()];

    private static Item Item(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return AttributeValueReader.ReadItem(ref reader);
    }

    private static string Event(TableStream stream, TableRecord record) => Write(json => record.WriteEvent(json, stream.Log, stream.Log.Shards[0]));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
