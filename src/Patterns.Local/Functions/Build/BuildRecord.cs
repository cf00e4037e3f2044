namespace Patterns.Local.Functions.Build;

/// <summary>Remembers what a build was made from: a fingerprint, and the folders of the projects that took part.</summary>
internal sealed class BuildRecord(string path)
{
    /// <summary>Whether the last build was made from exactly what is there now.</summary>
    public bool IsCurrent(string project)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var lines = File.ReadAllLines(path);
        return lines.Length > 1 && lines[0] == ProjectFingerprint.Of(project, lines[1..]);
    }

    public void Write(string project)
    {
        var folders = ProjectInputs.Folders(project);
        File.WriteAllLines(path, [ProjectFingerprint.Of(project, folders), .. folders]);
    }

    public void Delete() => File.Delete(path);
}
