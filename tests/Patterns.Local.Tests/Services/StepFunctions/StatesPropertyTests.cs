using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter;
using Patterns.Local.Services.StepFunctions.Language;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>Whatever the definition, the path or the function call: an answer comes, and it is one of those there are.</summary>
public sealed class StatesPropertyTests
{
    private static readonly string[] PathParts =
    [
        "$", "$$", "$x", ".", "..", "a", "b", "*", "[", "]", "[0]", "[-1]", "[1:2]", "[*]", "['a']", "[?(", ")]", "@", "@.a", "==", "<", "&&", "||", "!", "(", ")",
        "'x'", "\"", "'", "1", "true", "in", "=~", "/a+/", "/(a+)+$/i", "[1,'x']", ",", ":", "length()", "\\", " ", "é", "\0",
    ];

    private static readonly string[] CallParts =
    [
        "States.Format(", "States.Array(", "States.MathAdd(", "States.StringToJson(", "States.ArrayRange(", "States.Hash(", "States.JsonMerge(", "States.UUID(", "States.X(",
        "'{}'", "'", "\\", "{}", "$", "$.a", "$.a[", "$$.State", "1", "-2", "1e999", "null", "true", ",", ")", ")", " ", "(", "'MD5'", "States.",
    ];

    private static readonly string[] JsonParts =
    [
        "{", "}", "[", "]", ":", ",", "\"StartAt\"", "\"States\"", "\"A\"", "\"Type\"", "\"Pass\"", "\"Task\"", "\"Choice\"", "\"Map\"", "\"Next\"", "\"End\"", "true", "null", "1",
        "\"Resource\"", "\"Choices\"", "\"And\"", "\"Variable\"", "\"$.a\"", "\"x.$\"", "\"States.UUID()\"", " ", "\n", "\\", "\"\\ud800\"", "1e999",
    ];

    private static readonly Gen<JsonData> Values = Gen.Sized(size => Value(Math.Min(size, 4)));

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Any_bytes_are_a_definition_or_have_a_fault() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)).ToArbitrary(), bytes =>
            IsAnswered(StateMachineDefinition.Parse(bytes))).Check(Many);

    [Fact]
    public void Any_pieces_of_JSON_are_a_definition_or_have_a_fault() =>
        Prop.ForAll(Text(JsonParts).ToArbitrary(), text => IsAnswered(Machines.Parse(text))).Check(Many);

    [Fact]
    public void Any_text_is_a_path_or_is_not_and_a_path_has_a_value_or_has_none() =>
        Prop.ForAll(Text(PathParts).Select(text => "$" + text).ToArbitrary(), Values.ToArbitrary(), (text, value) =>
        {
            try
            {
                DataPath.Parse(text).Evaluate(new InputScope(value));
            }
            catch (Exception error) when (error is PathSyntaxException or EvaluationException)
            {
                return error.Message.Length > 0;
            }

            return true;
        }).Check(Many);

    [Fact]
    public void Any_text_is_a_function_call_or_is_not_and_a_call_has_a_value_or_says_why_not() =>
        Prop.ForAll(Text(CallParts).Select(text => "States.Array(" + text).ToArbitrary(), Values.ToArbitrary(), (text, value) =>
        {
            try
            {
                ExpressionParser.Parse(text).Evaluate(new InputScope(value), "x.$");
            }
            catch (Exception error) when (error is PathSyntaxException or EvaluationException)
            {
                return error.Message.Length > 0;
            }

            return true;
        }).Check(Many);

    [Fact]
    public void Values_have_the_bytes_they_say_and_are_the_same_when_read_again() =>
        Prop.ForAll(Values.ToArbitrary(), value =>
        {
            var bytes = value.ToUtf8();
            return bytes.Length == value.ByteCount && JsonData.Parse(bytes.Span).IsSameAs(value)
                && JsonDocument.Parse(bytes).RootElement.ValueKind != JsonValueKind.Undefined;
        }).Check(Many);

    [Fact]
    public void What_is_placed_at_a_reference_path_is_found_there() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("a", "b", "c"), 3).ToArbitrary(), Values.ToArbitrary(), (names, value) =>
        {
            var path = DataPath.Parse("$" + string.Concat(names.Select(name => $".{name}")));
            return path.Evaluate(new InputScope(new ReferencePath(path).Place(ObjectData.Empty, value)))!.IsSameAs(value);
        }).Check(Many);

    [Fact]
    public void Every_valid_machine_of_any_states_comes_to_an_end() =>
        Prop.ForAll(Definitions().ToArbitrary(), Values.ToArbitrary(), (definition, input) =>
        {
            var parsed = Machines.Parse(definition);
            if (!parsed.IsValid)
            {
                return parsed.Diagnostics.Count > 0;
            }

            var history = new RecordedHistory();
            var options = new ExecutionOptions { MaxEvents = 300, RandomSeed = 1 };
            var result = new ExecutionRun(parsed.Definition, Machines.Identity, options, new ScriptedTasks(), history, new JumpingClock())
                .RunAsync(input, CancellationToken.None).WaitAsync(Machines.Patience).GetAwaiter().GetResult();
            var ids = history.Events.Select(happened => happened.Id);

            return ids.SequenceEqual(Enumerable.Range(1, history.Events.Count).Select(id => (long)id))
                && history.Events.All(happened => happened.PreviousEventId < happened.Id)
                && history.Events[^1].Type.ToString() == $"Execution{result.Status}";
        }).Check(Many);

    private static bool IsAnswered(ParsedDefinition parsed) =>
        parsed.IsValid != (parsed.Diagnostics.Count > 0) && parsed.Diagnostics.All(diagnostic => diagnostic is { Line: > 0, Column: > 0, Message.Length: > 0 });

    private static Gen<string> Text(string[] parts) => Gen.ListOf(Gen.Elements(parts)).Select(string.Concat);

    private static Gen<JsonData> Value(int depth)
    {
        var scalars = Gen.OneOf(
            Gen.Elements<JsonData>(NullData.Instance, BooleanData.True, BooleanData.False, NumberData.FromLiteral("1.50"), NumberData.FromLiteral("-1e3"), new NumberData(7)),
            Gen.Elements("", "x", "é\"\\\n", "2026-01-02T03:04:05Z", "{\"a\":1}", "😀").Select(JsonData (text) => new TextData(text)));
        return depth == 0 ? scalars : Gen.OneOf(
            scalars,
            Gen.ListOf(Value(depth - 1), 3).Select(JsonData (items) => new ArrayData([.. items])),
            Gen.ListOf(Gen.Zip(Gen.Elements("a", "b", "n"), Value(depth - 1)), 3).Select(members =>
            {
                var built = new ObjectBuilder();
                members.ToList().ForEach(member => built.Set(member.Item1, member.Item2));
                return (JsonData)built.Build();
            }));
    }

    private static Gen<string> Definitions() =>
        Gen.ListOf(State(2), 4).Select(states => Machine([.. states]));

    private static string Machine(IReadOnlyList<string> states)
    {
        var text = new StringBuilder("{\"StartAt\":\"S0\",\"States\":{");
        for (var i = 0; i < states.Count; i++)
        {
            // The next state is the following one, so that every state but those behind an end can be reached.
            var next = i + 1 < states.Count ? $"\"Next\":\"S{i + 1}\"" : "\"End\":true";
            text.Append(i == 0 ? string.Empty : ",").Append('"').Append('S').Append(i).Append("\":").Append(states[i].Replace("NEXT", next, StringComparison.Ordinal).Replace("ANY", $"S{(i * 7) % states.Count}", StringComparison.Ordinal));
        }

        return text.Append("}}").ToString();
    }

    private static Gen<string> State(int depth)
    {
        var path = Gen.Elements("$", "$.a", "$.a[0]", "$.a[*].n", "$..n", "$$.State.Name", "$v", "$.a[?(@.n > 1)]");
        var expression = Gen.Elements("$", "$.a", "$v", "States.Array($.a, $)", "States.ArrayLength($.a)", "States.Format('{}', $.n)", "States.JsonToString($)", "$$");
        var simple = Gen.OneOf(
            Gen.Zip(path, expression).Select(pair => "{\"Type\":\"Pass\",\"InputPath\":\"" + pair.Item1 + "\",\"Parameters\":{\"a.$\":\"" + pair.Item2 + "\",\"n\":2},NEXT}"),
            Gen.Zip(path, expression).Select(pair => "{\"Type\":\"Pass\",\"OutputPath\":\"" + pair.Item1 + "\",\"ResultPath\":\"$.a\",\"Assign\":{\"v.$\":\"" + pair.Item2 + "\"},NEXT}"),
            path.Select(value => "{\"Type\":\"Wait\",\"SecondsPath\":\"" + value + "\",NEXT}"),
            Gen.Elements("echo", "later", "throw").Select(name => "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:" + name + "\",\"ResultPath\":\"$.a\",\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]}],\"Catch\":[{\"ErrorEquals\":[\"States.Runtime\"],\"Next\":\"ANY\"}],NEXT}"),
            path.Select(value => "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:hang\",\"TimeoutSeconds\":1,\"Catch\":[{\"ErrorEquals\":[\"States.Timeout\"],\"ResultPath\":\"$.n\",\"Next\":\"ANY\"}],NEXT}"));
        return depth == 0 ? simple : Gen.OneOf(
            simple,
            Gen.Zip(State(depth - 1), State(depth - 1)).Select(pair => "{\"Type\":\"Parallel\",\"Branches\":[" + Nested(pair.Item1) + "," + Nested(pair.Item2) + "],\"ResultPath\":\"$.a\",NEXT}"),
            Gen.Zip(path, State(depth - 1)).Select(pair => "{\"Type\":\"Map\",\"ItemsPath\":\"" + pair.Item1 + "\",\"ItemProcessor\":" + Nested(pair.Item2) + ",\"Catch\":[{\"ErrorEquals\":[\"States.Runtime\"],\"Next\":\"ANY\"}],NEXT}"));
    }

    private static string Nested(string state) => Machine([state.Replace("\"v.$\"", "\"w.$\"", StringComparison.Ordinal)]);
}
