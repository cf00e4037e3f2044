using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Tests.Services.Sqs;

/// <summary>Random consumers and producers against laws that hold whatever they do.</summary>
public sealed class QueueLawTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120);

    [Fact]
    public void Every_message_is_in_exactly_one_state_in_a_standard_queue() => Check(isFifo: false);

    [Fact]
    public void Every_message_is_in_exactly_one_state_in_a_fifo_queue() => Check(isFifo: true);

    [Fact]
    public void A_group_is_never_out_of_order_or_ahead_of_a_message_in_flight() =>
        Prop.ForAll(Steps(), steps =>
        {
            var run = new QueueRun(isFifo: true, maxReceiveCount: 1_000);
            var model = new GroupModel();
            foreach (var step in steps)
            {
                run.Do(step, model);
            }
        }).Check(Runs);

    private static void Check(bool isFifo) =>
        Prop.ForAll(Steps(), steps =>
        {
            var run = new QueueRun(isFifo, maxReceiveCount: 3);
            foreach (var step in steps)
            {
                run.Do(step, model: null);
                run.CheckBalance();
            }
        }).Check(Runs);

    private static Arbitrary<QueueStep[]> Steps() =>
        Gen.Choose(0, 99).SelectMany(kind => Gen.Choose(0, 99), (kind, argument) => new QueueStep(kind, argument)).ArrayOf().ToArbitrary();
}
