namespace Patterns.Local.Stacks;

/// <summary>A folder of logs that one run has for itself: a second run of the same stack gets the next one.</summary>
internal sealed class LogFolder : IDisposable
{
    private const int MostRuns = 100;

    private readonly FileStream _lock;

    private LogFolder(string directory, FileStream @lock)
    {
        Directory = directory;
        _lock = @lock;
    }

    public string Directory { get; }

    /// <summary>Takes the folder, or <c>logs-2</c>, <c>logs-3</c> and so on beside it while others run.</summary>
    /// <exception cref="IOException">The folder cannot be written, or far too many others run.</exception>
    public static LogFolder Take(string directory)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return TakeExactly(number == 1 ? directory : $"{directory}-{number}");
            }
            catch (IOException) when (number < MostRuns)
            {
                // Another run holds the lock; the system frees it however that run ends.
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    private static LogFolder TakeExactly(string directory)
    {
        System.IO.Directory.CreateDirectory(directory);
        return new LogFolder(directory, new FileStream(Path.Combine(directory, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }
}
