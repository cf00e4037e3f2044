using System.Text.Json;

namespace Patterns.Aws.Tests.DynamoDb;

internal sealed record ScriptedRequest(string Operation, JsonElement Body)
{
    public string? this[string name] => Body.TryGetProperty(name, out var value) ? value.ToString() : null;
}
