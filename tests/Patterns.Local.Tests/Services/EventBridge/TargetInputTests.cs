namespace Patterns.Local.Tests.Services.EventBridge;

public sealed class TargetInputTests : EventBridgeTestBase
{
    private const string Detail = """{"instance-id":"i-1","state":"RUNNING","n":1.50,"ok":true,"list":[1,"a"],"inner":{"a":"b"},"quote":"a\"b"}""";

    [Theory]
    [InlineData(""" "Input":"{\"fixed\": 1}" """, """{"fixed": 1}""")]
    [InlineData(""" "InputPath":"$.detail.inner" """, """{"a":"b"}""")]
    [InlineData(""" "InputPath":"$.detail.state" """, "\"RUNNING\"")]
    [InlineData(""" "InputPath":"$.detail['instance-id']" """, "\"i-1\"")]
    [InlineData(""" "InputPath":"$.detail.list[1]" """, "\"a\"")]
    [InlineData(""" "InputPath":"$.detail.none" """, "null")]
    public void A_target_gets_a_constant_or_a_part(string input, string expected) => Assert.Equal(expected, Sent(input));

    [Theory]
    [InlineData("\\\"<i> is <s>\\\"", "\"i-1 is RUNNING\"")]
    [InlineData("""{\"i\": <i>, \"s\": [9, <s>, true]}""", """{"i":"i-1","s":[9,"RUNNING",true]}""")]
    [InlineData("""{\"i\": \"<i>\", \"text\": \"it \\\"<i>\\\" is <s>\"}""", """{"i":"i-1","text":"it \"i-1\" is RUNNING"}""")]
    [InlineData("""{\"n\":<n>,\"ok\":<ok>,\"list\":<list>,\"inner\":<inner>}""", """{"n":1.50,"ok":true,"list":[1,"a"],"inner":{"a":"b"}}""")]
    [InlineData("\\\"inner <inner> n <n>\\\"", "\"inner {a:b} n 1.50\"")]
    [InlineData("""{\"none\":<none>,\"text\":\"-<none>-\"}""", """{"none":"","text":"--"}""")]
    [InlineData("""{\"rule\":<aws.events.rule-name>,\"arn\":<aws.events.rule-arn>}""", """{"rule":"r","arn":"arn:aws:events:us-east-1:000000000000:rule/r"}""")]
    [InlineData("""{\"at\":<aws.events.event.ingestion-time>}""", """{"at":"2026-01-02T03:04:05Z"}""")]
    [InlineData("\\\"quote <quote>\\\"", "\"quote a\"b\"")] // not escaped, as the service documents it
    public void A_template_is_filled(string template, string expected) => Assert.Equal(expected, Transformed(template));

    [Fact]
    public void A_template_can_hold_the_event_as_json_and_as_text()
    {
        var filled = System.Text.Json.JsonElement.Parse(Transformed("""{\"event\":<aws.events.event>,\"text\":<aws.events.event.json>,\"quoted\":\"<aws.events.event.json>\"}"""));

        Assert.Equal("shop", filled.GetProperty("event").GetProperty("source").GetString());
        Assert.Equal(filled.GetProperty("text").GetString(), filled.GetProperty("quoted").GetString());
        Assert.Contains("\"detail-type\":\"placed\"", filled.GetProperty("text").GetString());
    }

    [Fact]
    public void A_queue_gets_the_group_of_its_target()
    {
        Rule(Orders, $$$"""{"Id":"1","Arn":"{{{Queue}}}.fifo","SqsParameters":{"MessageGroupId":"g"}}""");

        Put();

        Assert.Equal("g", Assert.Single(Targets.To($"{Queue}.fifo")).GroupId);
    }

    [Theory]
    [InlineData("$.detail.state", "RUNNING")]
    [InlineData("$.detail.n", "1.50")]
    [InlineData("$.detail.none", null)]
    public void A_stream_gets_a_partition_key(string path, string? expected)
    {
        const string Stream = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
        Rule(Orders, $$$"""{"Id":"1","Arn":"{{{Stream}}}","KinesisParameters":{"PartitionKeyPath":"{{{path}}}"}}""");

        var id = Put(Detail).EventId;

        Assert.Equal(expected ?? id, Assert.Single(Targets.To(Stream)).PartitionKey);
    }

    private string Transformed(string template)
    {
        var paths = string.Join(',', ((string[])["instance-id", "state", "n", "ok", "list", "inner", "none", "quote"]).Select(name => $"\"{(name is "instance-id" or "state" ? name[..1] : name)}\":\"$.detail.{name}\""));
        return Sent($$$"""  "InputTransformer":{"InputPathsMap":{{{{paths}}}},"InputTemplate":"{{{template}}}"} """);
    }

    private string Sent(string input)
    {
        Rule(Orders, $$"""{"Id":"1","Arn":"{{Queue}}",{{input}}}""");
        Put(Detail);
        return Assert.Single(Targets.BodiesTo(Queue));
    }
}
