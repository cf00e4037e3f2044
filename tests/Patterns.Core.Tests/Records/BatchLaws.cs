using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;

namespace Patterns.Core.Tests.Records;

/// <summary>Laws over random batches of every source kind, with handlers that succeed, throw, hang, or are poison.</summary>
public sealed class BatchLaws
{
    private enum Fate
    {
        Succeeds,
        SucceedsLater,
        Throws,
        ThrowsLater,
        IsPoison,
        CannotBeDecoded,
        HangsUntilCancelled,
        HangsForever,
        TakesTime,
    }

    public static TheoryData<BatchForm> Forms => [.. Enum.GetValues<BatchForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_record_ends_up_handled_diverted_or_reported_and_order_per_key_is_kept(BatchForm form) =>
        CheckAll(form, hangs: 1, static () => null);

    // Without what jumps over the report: a record that was handled goes back when there is no time left to complete its key.
    [Theory]
    [MemberData(nameof(Forms))]
    public void The_same_holds_with_idempotency(BatchForm form) =>
        CheckAll(form, hangs: 0, static () => pipeline => pipeline.UseIdempotency(new InMemoryTable(), new() { KeyOf = (order, _) => order.Id }));

    private static void CheckAll(BatchForm form, int hangs, Func<Action<RecordPipeline<Order>>?> pipeline)
    {
        var fates = Gen.Frequency(
            (60, Gen.Constant(Fate.Succeeds)),
            (30, Gen.Constant(Fate.SucceedsLater)),
            (5, Gen.Constant(Fate.Throws)),
            (5, Gen.Constant(Fate.ThrowsLater)),
            (3, Gen.Constant(Fate.IsPoison)),
            (3, Gen.Constant(Fate.CannotBeDecoded)),
            (hangs, Gen.Constant(Fate.HangsUntilCancelled)),
            (hangs, Gen.Constant(Fate.HangsForever)),
            (hangs, Gen.Constant(Fate.TakesTime)));
        var record = from fate in fates from key in Gen.Choose(0, 4) select (fate, key);
        var cases =
            from batch in record.NonEmptyListOf()
            from parallelism in Gen.Choose(1, 6)
            from diverts in Gen.Elements(true, false)
            select (batch: batch.ToArray(), parallelism, diverts);

        Prop.ForAll(cases.ToArbitrary(), run => CheckAsync(form, run.batch, run.parallelism, run.diverts, hangs > 0, pipeline()).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static async Task<bool> CheckAsync(
        BatchForm form,
        (Fate Fate, int Key)[] batch,
        int parallelism,
        bool diverts,
        bool mayHang,
        Action<RecordPipeline<Order>>? pipeline)
    {
        var time = new FakeTimeProvider();
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(10), time);
        var failures = new InMemoryDestination();
        var started = new ConcurrentQueue<(int Index, TimeSpan Left)>();
        var handler = new OrderHandler(
            async (order, record) =>
            {
                var index = int.Parse(order.Id);
                started.Enqueue((index, context.RemainingTime));
                await LiveAsync(batch[index].Fate, time, record.CancellationToken);
            },
            new RecordHandlerOptions
            {
                Time = time,
                MaxParallelism = parallelism,
                FailureDestination = diverts ? failures : null,
            },
            pipeline);

        var records = await BatchForms.ReadAsync(form, [.. batch.Select(record => ($"{record.Key}", record.Fate != Fate.CannotBeDecoded))]);
        var run = handler.HandleBatchAsync(records, context);
        var outcome = mayHang ? await run.MoveClockWhileItHangsAsync(time) : await run;

        var reported = outcome.Failures.Select(failure => int.Parse(failure.Id) - 1).ToHashSet();
        var done = handler.Handled.Select(int.Parse).Concat(failures.Received.Select(IndexOf)).ToHashSet();
        Assert.Equal(Enumerable.Range(0, batch.Length), done.Union(reported).Order());

        // What was given up may still end well: at-least-once. Everything else is either done or reported.
        Assert.All(
            outcome.Failures.Where(failure => done.Contains(int.Parse(failure.Id) - 1)),
            failure => Assert.Equal(FailureReason.GivenUp, failure.Reason));
        if (parallelism == 1 && !Array.Exists(batch, record => record.Fate == Fate.HangsForever))
        {
            // Only here nobody else moves the clock between the engine's look at it and the handler's.
            Assert.All(started, start => Assert.True(start.Left > TimeSpan.FromSeconds(1), "started in the reserve"));
        }

        if (records.Source is SourceKind.SqsFifo or SourceKind.Kinesis or SourceKind.DynamoDb)
        {
            CheckOrder(batch, [.. started.Select(start => start.Index)], reported);
        }

        if (records.Source is SourceKind.Kinesis or SourceKind.DynamoDb && reported.Count > 0)
        {
            Assert.Equal([(reported.Min() + 1).ToString()], outcome.ReportedIds);
        }

        return true;
    }

    /// <summary>Records of a key start in their order, and none starts after one of them failed.</summary>
    private static void CheckOrder((Fate Fate, int Key)[] batch, int[] started, HashSet<int> reported)
    {
        foreach (var key in batch.Select(record => record.Key).Distinct())
        {
            var ofKey = started.Where(index => batch[index].Key == key).ToArray();
            Assert.Equal(ofKey.Order(), ofKey);
            var firstFailed = reported.Where(index => batch[index].Key == key).DefaultIfEmpty(int.MaxValue).Min();
            Assert.DoesNotContain(ofKey, index => index > firstFailed);
        }
    }

    private static async Task LiveAsync(Fate fate, FakeTimeProvider time, CancellationToken cancellationToken)
    {
        switch (fate)
        {
            case Fate.SucceedsLater:
                await Task.Yield();
                break;
            case Fate.Throws:
                throw new InvalidOperationException();
            case Fate.ThrowsLater:
                await Task.Yield();
                throw new InvalidOperationException();
            case Fate.IsPoison:
                throw new NonRetryableException("poison");
            case Fate.HangsUntilCancelled:
                time.Advance(TimeSpan.FromSeconds(9));
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
            case Fate.HangsForever:
                await new TaskCompletionSource().Task;
                break;
            case Fate.TakesTime:
                time.Advance(TimeSpan.FromSeconds(3));
                break;
            default:
                break;
        }
    }

    private static int IndexOf(Patterns.Outbound.Envelope envelope) => int.Parse(envelope.Id.Split('-')[0]) - 1;
}
