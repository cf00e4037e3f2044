using System.Text.Json;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary>What a demo finds in its environment: the same as a client of AWS, and the outputs of the stack.</summary>
internal static class DemoVariables
{
    private const string OutputPrefix = "PATTERNS_OUTPUT_";

    /// <param name="variables">The variables to add to.</param>
    /// <param name="runner">The running stack.</param>
    /// <param name="outputsFile">Where to write the outputs as JSON.</param>
    public static void Set(IDictionary<string, string?> variables, Runner runner, string outputsFile)
    {
        variables["AWS_ENDPOINT_URL"] = runner.Endpoint;
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = runner.Account.Aws.Region;
        variables["AWS_ACCESS_KEY_ID"] = variables["AWS_SECRET_ACCESS_KEY"] = "local";
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables.Remove("AWS_SESSION_TOKEN");
        variables.Remove("AWS_PROFILE");
        variables["PATTERNS_OBJECTS"] = runner.Account.Objects.Root;
        variables["PATTERNS_OUTPUTS"] = outputsFile;
        foreach (var (name, value) in runner.Stack.Outputs)
        {
            variables[OutputPrefix + name] = value;
        }

        WriteFile(outputsFile, runner.Stack.Outputs);
    }

    private static void WriteFile(string path, IEnumerable<KeyValuePair<string, string>> outputs)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        foreach (var (name, value) in outputs)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
