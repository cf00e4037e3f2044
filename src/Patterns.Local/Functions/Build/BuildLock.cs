namespace Patterns.Local.Functions.Build;

/// <summary>Lets one runner build at a time: stacks share projects, whose intermediate files two builds would spoil.</summary>
internal static class BuildLock
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(200);

    public static async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), "patterns-build.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Nothing tells when another process closes the file.
                await Task.Delay(s_retry, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
