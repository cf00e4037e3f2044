using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Chains.Tests.Sagas;

/// <summary>Runs the few kinds of states that a generated saga has.</summary>
/// <param name="definition">The definition.</param>
/// <param name="call">The function: gets a payload, returns its result or throws.</param>
internal sealed class MiniStates(string definition, Func<string, Task<string>> call)
{
    private readonly JsonObject _states = JsonNode.Parse(definition)!["States"]!.AsObject();
    private readonly string _start = (string)JsonNode.Parse(definition)!["StartAt"]!;

    /// <summary>The states in the order in which they were entered.</summary>
    public List<string> Path { get; } = [];

    /// <summary>The input's way through the states; the error is null when the execution succeeds.</summary>
    public async Task<(string? Error, JsonNode Output)> RunAsync(string input)
    {
        var data = JsonNode.Parse(input)!;
        for (var name = _start; ;)
        {
            Path.Add(name);
            var state = _states[name]!;
            switch ((string)state["Type"]!)
            {
                case "Succeed":
                    return (null, data);
                case "Fail":
                    Assert.Equal("$.failure.Cause", (string)state["CausePath"]!);
                    return ((string)state["Error"]!, data);
                case "Choice":
                    name = Choose(state, data);
                    break;
                default:
                    (name, data) = await RunTaskAsync(state, data);
                    break;
            }
        }
    }

    private static string Choose(JsonNode state, JsonNode data)
    {
        var rules = state["Choices"]!.AsArray();
        Assert.All(rules, rule => Assert.Equal("$.failure.Error", (string)rule!["Variable"]!));
        var chosen = rules.FirstOrDefault(rule => (string)data["failure"]!["Error"]! == (string)rule!["StringEquals"]!);
        return (string)(chosen?["Next"] ?? state["Default"]!)!;
    }

    private async Task<(string Next, JsonNode Data)> RunTaskAsync(JsonNode state, JsonNode data)
    {
        // Each retrier counts its own.
        var tries = new Dictionary<JsonNode, int>();
        for (var retries = 0; ; retries++)
        {
            try
            {
                return ((string)state["Next"]!, JsonNode.Parse(await call(Payload(state, data, retries)))!);
            }
            catch (Exception exception)
            {
                var error = exception.GetType().Name;
                if (Find(state["Retry"]!, error) is { } retry && tries.GetValueOrDefault(retry) < (int)retry["MaxAttempts"]!)
                {
                    tries[retry] = tries.GetValueOrDefault(retry) + 1;
                    continue;
                }

                var caught = Find(state["Catch"] ?? throw new InvalidOperationException($"Nobody catches {error}.", exception), error)!;
                var next = data.DeepClone();
                next[((string)caught["ResultPath"]!)["$.".Length..]] = new JsonObject { ["Error"] = error, ["Cause"] = JsonSerializer.Serialize(new Dictionary<string, string> { ["errorMessage"] = exception.Message }) };
                return ((string)caught["Next"]!, next);
            }
        }
    }

    private static JsonNode? Find(JsonNode rules, string error) => rules.AsArray().FirstOrDefault(rule =>
        rule!["ErrorEquals"]!.AsArray().Any(name => (string)name! == error || (string)name! == "States.ALL"));

    private static string Payload(JsonNode state, JsonNode data, int retries)
    {
        var payload = new JsonObject();
        foreach (var (name, value) in state["Parameters"]!["Payload"]!.AsObject())
        {
            payload[name.Replace(".$", "", StringComparison.Ordinal)] = (string)value! switch
            {
                "$" => data.DeepClone(),
                "$$.State.RetryCount" => retries,
                var text => text,
            };
        }

        return payload.ToJsonString();
    }
}
