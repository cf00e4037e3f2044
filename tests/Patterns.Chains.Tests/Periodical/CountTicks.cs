using Patterns.Periodical;
using Patterns.Tables;

namespace Patterns.Chains.Tests.Periodical;

/// <summary>Counts each tick in the table, with its being done, and outside of it.</summary>
internal sealed class CountTicks(PeriodicalOptions options, TickRig rig, IStepGate? gate = null) : PeriodicalHandler(options, new RecordHandlerOptions { Time = options.Time })
{
    protected override async ValueTask RunAsync(TickContext tick)
    {
        rig.Enter(tick);
        try
        {
            if (gate is not null)
            {
                await gate.StepAsync("in the work");
            }

            await rig.Work(tick);
            tick.Enlist(new TableUpdate(new("effects", tick.TickId)).Add("count", 1));
        }
        finally
        {
            rig.Leave();
        }
    }
}
