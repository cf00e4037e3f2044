using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Reads the parameters of a task.</summary>
internal sealed class ParameterReader(ObjectData members)
{
    public JsonData? Find(string name) => members.TryGet(name, out var value) && value is not NullData ? value : null;

    /// <exception cref="IntegrationException">It is not there or no text.</exception>
    public string Required(string name) =>
        Text(name) ?? throw IntegrationException.Runtime($"The parameter '{name}' is required.");

    /// <summary>A text; null when it is not there.</summary>
    /// <exception cref="IntegrationException">It is something else.</exception>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        TextData text => text.Value,
        _ => throw IntegrationException.Runtime($"The parameter '{name}' must be a text."),
    };

    /// <summary>A text, or any other value as JSON text, as services take it whose messages are texts; null when it is not there.</summary>
    public string? TextOrJson(string name) => AsText(Find(name));

    public static string? AsText(JsonData? value) => value switch
    {
        null => null,
        TextData text => text.Value,
        _ => value.ToString(),
    };
}
