using System.Text;
using Patterns.Local.Services.Firehose.Transformation;

namespace Patterns.Local.Tests.Services.Firehose;

public sealed class TransformReplyTests
{
    [Fact]
    public void Half_a_character_in_a_reply_leaves_the_other_records_alone()
    {
        var reply = TransformReply.Read(Encoding.UTF8.GetBytes("""{"records":[{"recordId":"\ud800","result":"Ok"},{"recordId":"a","result":"Dropped"}]}"""));

        Assert.Equal(RecordVerdict.Dropped, reply?.VerdictOn("a"));
    }
}
