namespace Patterns.Local.Functions.Handlers;

/// <summary>The assemblies of a function's folder, read as data.</summary>
internal sealed class AssemblySet(string directory) : IDisposable
{
    private readonly Dictionary<string, AssemblyMetadata?> _open = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The assembly of that name; null when the folder has none, as for those of the framework.</summary>
    public AssemblyMetadata? Find(string name)
    {
        if (!_open.TryGetValue(name, out var assembly))
        {
            var path = Path.Combine(directory, name + ".dll");
            _open[name] = assembly = File.Exists(path) ? new AssemblyMetadata(path) : null;
        }

        return assembly;
    }

    /// <summary>The names of the assemblies that can hold handlers.</summary>
    public IEnumerable<string> Names()
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.deps.json"))
        {
            yield return Path.GetFileName(file)[..^".deps.json".Length];
        }
    }

    public void Dispose()
    {
        foreach (var assembly in _open.Values)
        {
            assembly?.Dispose();
        }
    }
}
