namespace Patterns.Local.Functions.Build;

/// <summary>A file that one process has at a time.</summary>
internal static class LockFile
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(200);

    /// <summary>ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; where locks are flock's, EWOULDBLOCK of Linux and of macOS.</summary>
    private static readonly int[] s_held = OperatingSystem.IsWindows() ? [unchecked((int)0x80070020), unchecked((int)0x80070021)] : [11, 35];

    /// <summary>Makes the file, and its folder, where they are missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waiting">Told when another process has it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FunctionException">There can be no such file.</exception>
    public static async Task<FileStream> OpenAsync(string path, Action waiting, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (s_held.Contains(held.HResult))
            {
                if (isFirst)
                {
                    waiting();
                }

                // Nothing tells when another process closes the file.
                await Task.Delay(s_retry, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new FunctionException($"The lock {path}, by which only one run builds at a time, cannot be opened: {exception.Message}");
            }
        }
    }
}
