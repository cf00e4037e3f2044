using System.Text.Json;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary>Tells other programs that a runner is up, and where.</summary>
internal static class ReadyFile
{
    /// <summary>Writes the file as a whole: a reader sees either nothing or all of it.</summary>
    public static void Write(string? path, Runner runner)
    {
        if (path is null)
        {
            return;
        }

        var full = Path.GetFullPath(path);
        var partial = $"{full}.{Environment.ProcessId}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using (var file = File.Create(partial))
        {
            Write(file, runner);
        }

        File.Move(partial, full, overwrite: true);
    }

    private static void Write(Stream file, Runner runner)
    {
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("endpoint", runner.Endpoint);
        json.WriteString("region", runner.Account.Aws.Region);
        json.WriteNumber("pid", Environment.ProcessId);
        json.WriteStartObject("outputs");
        foreach (var (name, value) in runner.Stack.Outputs)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        WriteFunctions(json, runner);
        json.WriteEndObject();
    }

    private static void WriteFunctions(Utf8JsonWriter json, Runner runner)
    {
        json.WriteStartObject("functionPids");
        foreach (var item in runner.Stack.Resources)
        {
            if (item.Type == FunctionResource.TypeName)
            {
                json.WriteStartArray(item.LogicalId);
                foreach (var id in runner.Account.Functions.ProcessIds(item.Resource.Ref))
                {
                    json.WriteNumberValue(id);
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    }
}
