using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Triggers;

namespace Patterns.Local.Tests.Triggers;

public sealed class BatchReplyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("""{"batchItemFailures":null}""")]
    [InlineData("""{"batchItemFailures":[]}""")]
    [InlineData("""{"statusCode":200,"body":{"a":[1]}}""")]
    public void A_reply_that_names_no_failure_is_a_success(string reply) => Assert.True(Read(reply).AllSucceeded);

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"foo":"a"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"unknown"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":1}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"\ud800"}]}""")]
    [InlineData("""{"batchItemFailures":["a"]}""")]
    [InlineData("""{"batchItemFailures":[null]}""")]
    [InlineData("""{"batchItemFailures":{"itemIdentifier":"a"}}""")]
    [InlineData("""{"batchItemFailures":"a"}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"a"}""")]
    [InlineData("""{"batchItemFailures":[]} trailing""")]
    [InlineData("not json")]
    [InlineData("\"done\"")]
    [InlineData("[1]")]
    [InlineData("42")]
    [InlineData("true")]
    public void A_reply_that_cannot_be_trusted_fails_every_record(string reply) => Assert.True(Read(reply).AllFailed);

    [Fact]
    public void A_valid_list_fails_the_records_that_it_names()
    {
        var reply = Read("""{"other":{"x":[1,{}]},"batchItemFailures":[{"itemIdentifier":"b"},{"extra":{},"itemIdentifier":"a"},{"itemIdentifier":"b"}]}""");

        Assert.Equal(["a", "b"], reply.Failed.Order());
        Assert.False(reply.AllFailed);
    }

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"a"}]}""", true)]
    [InlineData("""{"batchItemFailures":[]}""", false)]
    [InlineData("""{"nested":{"batchItemFailures":[1]}}""", false)]
    [InlineData("not json", false)]
    public void A_report_that_nobody_asked_for_is_noticed(string reply, bool lists) =>
        Assert.Equal(lists, BatchReply.ListsFailures(Encoding.UTF8.GetBytes(reply)));

    [Fact]
    public void Any_bytes_give_a_verdict() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var reply = BatchReply.Read(bytes, _ => true);
            return reply.AllSucceeded || reply.AllFailed || reply.Failed.Count > 0;
        }).QuickCheckThrowOnFailure();

    private static BatchReply Read(string reply) => BatchReply.Read(Encoding.UTF8.GetBytes(reply), id => id is "a" or "b");
}
