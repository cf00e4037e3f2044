using System.Buffers;
using System.Text;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Tests.Services.Wire;

public sealed class QueryFormTests
{
    [Fact]
    public void Fields_are_percent_decoded_as_utf8()
    {
        var form = QueryForm.Parse("a=%C3%A4+b%2B%26&b=&c&=d&100%25=%zz%4");

        Assert.Equal(("ä b+&", "", "", "%zz%4"), (form["a"], form["b"], form["c"], form["100%"]));
        Assert.Null(form["missing"]);
    }

    [Fact]
    public void Lists_are_read_in_the_order_of_their_numbers_with_gaps()
    {
        var form = QueryForm.Parse("A.10=ten&A.2=two&A.1=one&AB.1=no&A.x=no&A=no");

        Assert.Equal(["one", "two", "ten"], form.List("A"));
    }

    [Fact]
    public void Maps_are_pairs_of_numbered_names()
    {
        var form = QueryForm.Parse("Attributes.entry.1.key=k&Attributes.entry.1.value=v&Attributes.entry.2.key=empty");

        Assert.Equal(new Dictionary<string, string> { ["k"] = "v", ["empty"] = "" }, form.Map("Attributes.entry", "key", "value"));
    }

    [Fact]
    public void An_answer_has_a_result_and_a_request_id()
    {
        var output = new ArrayBufferWriter<byte>();

        QueryXml.Answer(output, "Publish", "urn:x").OpenResult().Element("MessageId", "1").Element("Absent", (string?)null).CloseResult().Finish("r");

        Assert.Equal(
            "<?xml version=\"1.0\"?><PublishResponse xmlns=\"urn:x\"><PublishResult><MessageId>1</MessageId></PublishResult>"
            + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishResponse>",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void An_error_tells_whose_fault_it_is()
    {
        var output = new ArrayBufferWriter<byte>();

        QueryXml.Error(output, "urn:x", new AwsException("Internal", "a <b>", 500), "r");

        Assert.Contains("<Type>Receiver</Type><Code>Internal</Code><Message>a &lt;b&gt;</Message>", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_xml_cannot_hold_is_replaced_and_a_carriage_return_survives()
    {
        var output = new ArrayBufferWriter<byte>();

        XmlText.Write(output, "a\r\n\u0001\"b"u8);

        Assert.Equal("a&#xD;\n\uFFFD&quot;b", Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
