using System.Text.Json;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>Reads what a target wants to get of an event.</summary>
internal static class InputReader
{
    private static readonly string[] s_forms = ["Input", "InputPath", "InputTransformer"];

    /// <exception cref="AwsException">It wants more than one thing, or one that is not valid.</exception>
    public static TargetInput Read(JsonMembers target, string id)
    {
        if (s_forms.Count(target.Has) > 1)
        {
            throw EventBridgeErrors.Validation($"Only one of Input, InputPath, or InputTransformer must be provided for target {id}.");
        }

        if (target.Text("Input") is { } constant)
        {
            return new ConstantInput(IsJson(constant) ? constant : throw EventBridgeErrors.Validation($"Parameter Input is not valid. Reason: Input for target {id} is not JSON."));
        }

        if (target.Text("InputPath") is { } path)
        {
            return new PathInput(Path(path));
        }

        return target.Object("InputTransformer") is { } transformer ? Transformer(transformer, id) : TargetInput.WholeEvent;
    }

    /// <exception cref="AwsException">It is no path.</exception>
    public static JsonPath Path(string path) =>
        JsonPath.TryParse(path) ?? throw EventBridgeErrors.Validation($"Parameter {path} is not valid. Reason: it is no JSON path to one value.");

    private static TemplateInput Transformer(JsonMembers transformer, string id)
    {
        var text = transformer.Text("InputTemplate") ?? throw EventBridgeErrors.Missing("targets.1.member.inputTransformer.inputTemplate");
        var paths = (transformer.TextMap("InputPathsMap") ?? new Dictionary<string, string>()).ToDictionary(pair => pair.Key, pair => Path(pair.Value));
        if (text.Length > EventBridgeLimits.InputLength || paths.Count > EventBridgeLimits.InputPaths)
        {
            throw EventBridgeErrors.LimitExceeded($"The input transformer of target {id} is too long.");
        }

        foreach (var name in paths.Keys.Where(InputTemplate.IsReserved))
        {
            throw EventBridgeErrors.Validation($"InputPathsMap for target {id} contains the reserved name {name}.");
        }

        var template = new InputTemplate(text);
        return template.Variables.FirstOrDefault(variable => !paths.ContainsKey(variable)) is { } unknown
            ? throw EventBridgeErrors.Validation($"InputTemplate for target {id} contains invalid placeholder {unknown}.")
            : new TemplateInput(paths, template);
    }

    private static bool IsJson(string text)
    {
        try
        {
            _ = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
