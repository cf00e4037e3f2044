using Patterns.Sagas;
using Patterns.Testing;
using TwoWayChain.Functions;

namespace Samples.Tests;

public sealed class TripMachineTests
{
    /// <summary>After a change of the steps, run this test once with UPDATE_TRIP_MACHINE=1, and commit the file.</summary>
    [Fact]
    public void The_definition_in_the_template_is_the_one_of_the_steps()
    {
        var file = Path.Combine(PatternsTool.Root, "samples", "TwoWayChain", "TripMachine.asl.json");
        var generated = SagaStateMachine.ToJson(TripSaga.Define(new InMemoryTable()));
        if (Environment.GetEnvironmentVariable("UPDATE_TRIP_MACHINE") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }
}
