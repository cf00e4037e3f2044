using System.Globalization;
using System.Text.Json;
using Patterns.Local.Functions;

namespace Patterns.Local.Services.Lambda.Operations;

/// <summary>The configuration of a function, as several operations answer with it.</summary>
internal static class FunctionConfigurationJson
{
    public static void WriteMembers(Utf8JsonWriter json, RegisteredFunction function, AwsEnvironment aws)
    {
        var definition = function.Definition;
        json.WriteString("FunctionName", definition.Name);
        json.WriteString("FunctionArn", function.Arn);
        json.WriteString("Runtime", definition.Runtime);
        json.WriteString("Role", $"arn:aws:iam::{aws.AccountId}:role/{definition.Name}");
        json.WriteString("Handler", definition.Handler);
        json.WriteNumber("CodeSize", 0);
        json.WriteString("Description", definition.Description);
        json.WriteNumber("Timeout", (int)definition.Timeout.TotalSeconds);
        json.WriteNumber("MemorySize", definition.MemoryMegabytes);
        json.WriteString("LastModified", function.LastModified.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture));
        json.WriteString("Version", InvocationResult.Latest);
        WriteDeadLetters(json, definition);
        WriteEnvironment(json, definition);
        json.WriteString("RevisionId", function.RevisionId);
        json.WriteString("State", "Active");
        json.WriteString("LastUpdateStatus", "Successful");
        json.WriteString("PackageType", "Zip");
    }

    private static void WriteDeadLetters(Utf8JsonWriter json, FunctionDefinition definition)
    {
        if (definition.DeadLetterTargetArn is { } target)
        {
            json.WriteStartObject("DeadLetterConfig");
            json.WriteString("TargetArn", target);
            json.WriteEndObject();
        }
    }

    private static void WriteEnvironment(Utf8JsonWriter json, FunctionDefinition definition)
    {
        if (definition.Environment.Count == 0)
        {
            return;
        }

        json.WriteStartObject("Environment");
        json.WriteStartObject("Variables");
        foreach (var (name, value) in definition.Environment)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
