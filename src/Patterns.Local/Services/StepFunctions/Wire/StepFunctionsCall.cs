using System.Text.Json;

namespace Patterns.Local.Services.StepFunctions.Wire;

/// <summary>One request on its way through an operation.</summary>
/// <param name="service">State machines and executions.</param>
/// <param name="input">The request.</param>
/// <param name="json">The answer, inside of its object.</param>
/// <param name="aborted">Cancelled when the client is gone.</param>
internal sealed class StepFunctionsCall(StepFunctionsService service, JsonInput input, Utf8JsonWriter json, CancellationToken aborted)
{
    public StepFunctionsService Service => service;

    public JsonInput Input => input;

    public Utf8JsonWriter Json => json;

    public CancellationToken Aborted => aborted;
}
