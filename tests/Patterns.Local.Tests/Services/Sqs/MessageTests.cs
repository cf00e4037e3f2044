using System.Text;
using Patterns.Local.Services;
using Patterns.Local.Services.Sqs.Messages;
using static Patterns.Local.Tests.Services.Sqs.QueueExtensions;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class MessageTests
{
    private readonly SqsFixture _sqs = new();

    [Fact]
    public void The_md5_of_the_body_is_that_of_its_utf8_bytes()
    {
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", _sqs.Standard().Send("hello").BodyDigest.ToString());
        Assert.Equal("0a09d7ee1e23c509e5e6846c86823081", MessageDigest.Of("äöü"u8).ToString());
    }

    [Fact]
    public void The_md5_of_attributes_is_the_one_that_clients_compute()
    {
        var attributes = new Dictionary<string, MessageAttribute>
        {
            ["WeeksOn"] = MessageAttribute.OfNumber("6"),
            ["Title"] = MessageAttribute.OfString("The Whistler"),
            ["Author"] = MessageAttribute.OfString("John Grisham"),
        };

        var sent = _sqs.Standard().Send(new NewMessage("a") { Attributes = attributes });

        Assert.Equal("d25a6aea97eb8f585bfa92d314504a92", sent.AttributesDigest.ToString());
        Assert.Null(sent.SystemAttributesDigest);
    }

    [Fact]
    public void A_binary_attribute_differs_from_a_string_of_the_same_bytes()
    {
        var text = new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.OfString("x") };
        var binary = new Dictionary<string, MessageAttribute> { ["a"] = new("Binary", null, Encoding.UTF8.GetBytes("x")) };

        Assert.NotEqual(AttributeDigest.Of(text), AttributeDigest.Of(binary));
    }

    [Fact]
    public void A_received_message_carries_all_that_was_sent()
    {
        var queue = _sqs.Standard();
        var attributes = new Dictionary<string, MessageAttribute> { ["kind"] = MessageAttribute.OfString("price") };
        var trace = new Dictionary<string, MessageAttribute> { ["AWSTraceHeader"] = MessageAttribute.OfString("Root=1") };
        var sent = queue.Send(new NewMessage("{\"n\":1}") { Attributes = attributes, SystemAttributes = trace, SenderId = "AIDA" });

        var message = queue.ReceiveOne();

        Assert.Equal(sent.MessageId.ToString("D"), message.MessageId);
        Assert.Equal("{\"n\":1}", message.Body);
        Assert.Equal(sent.BodyDigest.ToString(), message.Md5OfBody);
        Assert.Equal(sent.AttributesDigest.ToString(), message.Md5OfAttributes);
        Assert.Equal("price", message.Attributes!["kind"].StringValue);
        Assert.Equal("Root=1", message.SystemAttribute("AWSTraceHeader"));
        Assert.Equal("AIDA", message.SystemAttribute("SenderId"));
        Assert.Equal("1", message.SystemAttribute("ApproximateReceiveCount"));
        Assert.Equal("1767323045000", message.SystemAttribute("SentTimestamp"));
        Assert.Null(message.SystemAttribute("SequenceNumber"));
        Assert.NotNull(sent.SystemAttributesDigest);
    }

    [Theory]
    [InlineData("tab\tline\nreturn\r", true)]
    [InlineData("\u007F\uD7FF\uE000\uFFFD😀", true)]
    [InlineData("\u0000", false)]
    [InlineData("bell\u0007", false)]
    [InlineData("\u001F", false)]
    [InlineData("\uFFFE", false)]
    [InlineData("\uFFFF", false)]
    public void Messages_hold_only_the_characters_of_xml(string body, bool isAllowed)
    {
        Assert.Equal(isAllowed, MessageCharacters.AreAllowed(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(isAllowed, MessageCharacters.AreAllowed(body));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused()
    {
        var error = Refused(() => _sqs.Standard().Send(new NewMessage(new byte[] { 0x61, 0xFF })));

        Assert.Equal("InvalidMessageContents", error.Code);
        Assert.Equal(
            "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF",
            error.Message);
    }

    [Fact]
    public void An_empty_message_is_refused()
    {
        var error = Refused(() => _sqs.Standard().Send(""));

        Assert.Equal(("MissingParameter", "The request must contain the parameter MessageBody."), (error.QueryCode, error.Message));
    }

    [Fact]
    public void Body_and_attributes_together_stay_within_the_size_of_the_queue()
    {
        var queue = _sqs.Standard("q", ("MaximumMessageSize", "1024"));
        var attributes = new Dictionary<string, MessageAttribute> { ["name"] = MessageAttribute.OfString("value") };
        var room = 1024 - "nameStringvalue".Length;
        queue.Send(new NewMessage(new string('a', room)) { Attributes = attributes });

        var error = Refused(() => queue.Send(new NewMessage(new string('a', room + 1)) { Attributes = attributes }));

        Assert.Equal("One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.", error.Message);
        queue.Send(new string('a', 1024));
    }

    [Fact]
    public void A_message_has_at_most_ten_attributes()
    {
        static Dictionary<string, MessageAttribute> Of(int count) =>
            Enumerable.Range(0, count).ToDictionary(i => $"a{i}", i => MessageAttribute.OfNumber($"{i}"));
        var queue = _sqs.Standard();
        queue.Send(new NewMessage("a") { Attributes = Of(10) });

        var error = Refused(() => queue.Send(new NewMessage("a") { Attributes = Of(11) }));

        Assert.Equal("Number of message attributes [11] exceeds the allowed maximum [10].", error.Message);
    }

    [Theory]
    [InlineData("AWS.x", "String", "v")]
    [InlineData("amazon.x", "String", "v")]
    [InlineData(".x", "String", "v")]
    [InlineData("x.", "String", "v")]
    [InlineData("x..y", "String", "v")]
    [InlineData("x y", "String", "v")]
    [InlineData("x", "Text", "v")]
    [InlineData("x", "", "v")]
    [InlineData("x", "Stringy", "v")]
    [InlineData("x", "String", "")]
    [InlineData("x", "String", "\u0001")]
    [InlineData("x", "Number", "six")]
    [InlineData("x", "Number.int", "")]
    [InlineData("x", "Binary", null)]
    public void Attributes_that_the_service_does_not_know_are_refused(string name, string type, string? value)
    {
        var attributes = new Dictionary<string, MessageAttribute> { [name] = new(type, value, default) };

        var error = Refused(() => _sqs.Standard().Send(new NewMessage("a") { Attributes = attributes }));

        Assert.Equal("InvalidParameterValue", error.QueryCode);
    }

    [Theory]
    [InlineData("String.json", "{}")]
    [InlineData("Number.int", "-7")]
    [InlineData("Number", "1.5e10")]
    public void Attribute_types_may_carry_a_label(string type, string value)
    {
        var queue = _sqs.Standard();
        queue.Send(new NewMessage("a") { Attributes = new Dictionary<string, MessageAttribute> { ["x"] = new(type, value, default) } });

        Assert.Equal(type, queue.ReceiveOne().Attributes!["x"].DataType);
    }

    [Fact]
    public void The_trace_header_is_the_only_system_attribute_to_send()
    {
        var attributes = new Dictionary<string, MessageAttribute> { ["SenderId"] = MessageAttribute.OfString("me") };

        Assert.Equal("InvalidParameterValue", Refused(() => _sqs.Standard().Send(new NewMessage("a") { SystemAttributes = attributes })).QueryCode);
    }
}
