using System.Security.Cryptography;
using System.Text;

namespace Patterns.Local.Functions.Build;

/// <summary>Lets one runner build at a time in a repository: its stacks share projects, whose intermediate files two builds would spoil.</summary>
internal sealed class BuildLock : IDisposable
{
    private readonly List<FileStream> _held = [];

    private BuildLock()
    {
    }

    /// <summary>Takes the repositories of the project and of all that it references.</summary>
    /// <param name="project">The project's file.</param>
    /// <param name="waiting">Told when another build must end first.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<BuildLock> TakeAsync(string project, Action waiting, CancellationToken cancellationToken)
    {
        var taken = new BuildLock();
        try
        {
            // All builds take them in one order, so that no two wait for each other.
            foreach (var root in ProjectRoots.Of(project))
            {
                taken._held.Add(await LockFile.OpenAsync(PathOf(root), waiting, cancellationToken).ConfigureAwait(false));
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose() => _held.ForEach(file => file.Dispose());

    // Beside the repository there is no folder that is surely writable and surely not under version control.
    private static string PathOf(string root)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(root.ToUpperInvariant())).AsSpan(0, 8);
        return Path.Combine(Path.GetTempPath(), $"patterns-build-{UserInName()}-{Convert.ToHexStringLower(key)}.lock");
    }

    // Where users share the folder, one cannot open the other's file.
    private static string UserInName() => string.Concat(Environment.UserName.Select(character => char.IsLetterOrDigit(character) ? character : '-'));
}
