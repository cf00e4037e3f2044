using System.Reflection;
using System.Text.Json;

namespace Patterns.Local.Tests.Services.StepFunctions;

/// <summary>A case of one of the files in the folder Cases.</summary>
internal sealed class StatesCase
{
    private const string Function = "arn:aws:lambda:us-east-1:000000000000:function:";

    private readonly JsonElement _case;

    private StatesCase(JsonElement values) => _case = values;

    public string Name => Text("name")!;

    /// <summary>The definition: whole, its states with the first as the start, or one state that is the end.</summary>
    public string Definition => Expand(
        Text("machine")
        ?? (Text("states") is { } states ? Machine(Find("states")!.Value.EnumerateObject().First().Name, states) : null)
        ?? (Find("state") is { } state ? Machine("S", $$"""{"S":{"End":true,{{state.GetRawText().Trim()[1..]}}}""") : null)
        ?? Text("text")!);

    public static IEnumerable<string> Names(string file) => All(file).Select(entry => entry.Name);

    public static StatesCase Load(string file, string name) => All(file).Single(entry => entry.Name == name);

    public JsonElement? Find(string name) => _case.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The text of a string, the JSON of anything else; null when it is absent.</summary>
    public string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    public string? Json(string name) => Find(name)?.GetRawText();

    public T[]? List<T>(string name) => Find(name)?.Deserialize<T[]>();

    private static string Machine(string start, string states) => $$"""{"StartAt":"{{start}}","States":{{states}}}""";

    private static string Expand(string definition) => definition.Replace("\"fn:", $"\"{Function}", StringComparison.Ordinal);

    private static IEnumerable<StatesCase> All(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith($".StepFunctions.Cases.{file}.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray().Select(values => new StatesCase(values))];
    }
}
