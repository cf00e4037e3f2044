using FsCheck;
using FsCheck.Fluent;
using Patterns.Firehose;

namespace Patterns.StreamTransform.Tests.Firehose;

/// <summary>Whatever the records, sizes and limits: every id once, in order, with a legal result, below the limit.</summary>
public sealed class FirehoseReplyLawTests
{
    private static readonly string[] s_results = ["Ok", "Dropped", "ProcessingFailed"];

    [Fact]
    public void Every_reply_keeps_the_form_that_Firehose_needs() => Prop.ForAll(Batches(), HoldsFor).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static Arbitrary<(string[] Pages, int Limit, int Parallelism)> Batches()
    {
        var page = Gen.OneOf(
            Gen.Elements("bot", "broken", "refused", "none", "a"),
            Gen.Choose(0, 3000).Select(length => new string('x', length)));
        return (from pages in Gen.ArrayOf(page)
                from limit in Gen.Choose(1024, 20_000)
                from parallelism in Gen.Choose(1, 8)
                select (pages, Math.Max(limit, (pages.Length * 60) + 20), parallelism)).ToArbitrary();
    }

    private static bool HoldsFor((string[] Pages, int Limit, int Parallelism) batch)
    {
        var handler = new CleanVisits(new FirehoseTransformOptions { MaxReplyBytes = batch.Limit, MaxParallelism = batch.Parallelism });
        var output = handler.FunctionHandler(FirehoseRequest.Visits(batch.Pages), new FakeLambdaContext()).GetAwaiter().GetResult();
        var length = output.Length;
        var reply = FirehoseRequest.Read(output);
        return length <= batch.Limit
            && reply.Select(record => record.RecordId).SequenceEqual(batch.Pages.Select((_, index) => $"id-{index}"))
            && reply.All(record => s_results.Contains(record.Result))
            && reply.Zip(batch.Pages).All(pair => pair.First.Result != "Ok" || pair.First.Text() == $"{{\"Page\":\"{pair.Second.ToUpperInvariant()}\"}}\n");
    }
}
