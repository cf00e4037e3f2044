using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Sam;

/// <summary>Finds a function's code on this machine.</summary>
internal sealed class CodePath(Expansion expansion)
{
    public string? Resolve(MappingEntry code, string logicalId)
    {
        if (code.Value.IsInvalid)
        {
            return null;
        }

        var isLocal = code.Value is ScalarNode { ScalarKind: ScalarKind.String, Text: var written }
            && !written.Contains("://", StringComparison.Ordinal) && !written.Contains('\0', StringComparison.Ordinal);
        if (!isLocal)
        {
            expansion.Diagnostics.Add(code.Value.Location, $"'{code.Key}' of resource '{logicalId}' is no path on this machine", "give the path of the function's project, from the template's folder");
            return null;
        }

        return Existing(Path.GetFullPath(((ScalarNode)code.Value).Text, expansion.Directory), code, logicalId);
    }

    private string? Existing(string path, MappingEntry code, string logicalId)
    {
        if (Directory.Exists(path) || File.Exists(path))
        {
            return path;
        }

        expansion.Diagnostics.Add(code.Value.Location, $"'{code.Key}' of resource '{logicalId}' is '{code.Value}', and there is no such file or folder", "paths start from the template's folder");
        return null;
    }
}
