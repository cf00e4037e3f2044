using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Finds the resources of a valid definition that nothing here can do.</summary>
internal static class IntegrationCheck
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 1000 };

    public static IReadOnlyList<DefinitionDiagnostic> Of(string definition)
    {
        using var json = JsonDocument.Parse(definition, s_options);
        var faults = new List<DefinitionDiagnostic>();
        AddStates(json.RootElement, "", faults);
        return faults;
    }

    private static void AddStates(JsonElement machine, string path, List<DefinitionDiagnostic> faults)
    {
        if (machine.ValueKind != JsonValueKind.Object || !machine.TryGetProperty("States", out var states) || states.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var state in states.EnumerateObject())
        {
            AddState(state.Value, $"{path}/States/{state.Name}", faults);
        }
    }

    private static void AddState(JsonElement state, string path, List<DefinitionDiagnostic> faults)
    {
        if (state.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var field in state.EnumerateObject())
        {
            switch (field.Name)
            {
                case "Resource" when field.Value.ValueKind == JsonValueKind.String && TaskResource.Parse(field.Value.GetString()!) is { } resource:
                    Add(resource, $"{path}/Resource", faults);
                    break;
                case "Branches" when field.Value.ValueKind == JsonValueKind.Array:
                    AddBranches(field.Value, $"{path}/Branches", faults);
                    break;
                case "Iterator" or "ItemProcessor":
                    AddStates(field.Value, $"{path}/{field.Name}", faults);
                    break;
                default:
                    break;
            }
        }
    }

    private static void AddBranches(JsonElement branches, string path, List<DefinitionDiagnostic> faults)
    {
        var index = 0;
        foreach (var branch in branches.EnumerateArray())
        {
            AddStates(branch, $"{path}[{index++}]", faults);
        }
    }

    private static void Add(TaskResource resource, string path, List<DefinitionDiagnostic> faults)
    {
        if (IntegrationNames.Refusal(resource) is { } refusal)
        {
            faults.Add(new DefinitionDiagnostic(DefinitionDiagnostic.SchemaValidationFailed, refusal, path, 1, 1));
        }
    }
}
