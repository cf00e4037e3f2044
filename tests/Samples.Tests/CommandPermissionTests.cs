using System.Text.Json;
using Command.Functions;
using Patterns.Cqrs;
using Patterns.Testing;

namespace Samples.Tests;

public sealed class CommandPermissionTests
{
    private readonly InMemoryTable _table = new();

    [Fact]
    public async Task Nobody_cancels_a_policy_that_its_holder_opens_in_the_middle_of_it()
    {
        for (var step = 0; ; step++)
        {
            var (policy, gate) = ($"p-{step}", new OpenAtStep(step));
            gate.Open = () => RunAsync(Commands.In(_table), policy, "ann", "open", $$"""{"policyId":"{{policy}}","cover":100}""");

            var reply = await RunAsync(Commands.In(new SteppedTable(_table, gate)), policy, "mallory", "cancel", $$"""{"policyId":"{{policy}}","reason":"joke"}""");

            Assert.True(reply.RefusalCode is "no-policy" or "not-the-holder", $"Step {step}: {reply.ResultJson}");
            if (!gate.HasOpened)
            {
                Assert.True(step > 4);
                return;
            }
        }
    }

    private static Task<CommandReply> RunAsync(CommandRouter commands, string policy, string actor, string name, string arguments) => commands.RunAsync(
        new() { Name = $"policy.{name}", Key = $"{policy}-{name}", Actor = actor, Arguments = JsonSerializer.Deserialize<JsonElement>(arguments) },
        default).AsTask();

    private sealed class OpenAtStep(int step) : IStepGate
    {
        private int _taken;

        public bool HasOpened => _taken > step;

        public Func<Task> Open { get; set; } = () => Task.CompletedTask;

        public async ValueTask StepAsync(string name)
        {
            if (_taken++ == step)
            {
                await Open();
            }
        }
    }
}
