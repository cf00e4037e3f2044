namespace Patterns.Local.Cli;

/// <summary>What the program's exit code says; the README lists them.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or stopped by the user.</summary>
    public const int Success = 0;

    /// <summary>Something went wrong that nobody expected; the log has the details.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line, the template, the code or the port cannot be used as given.</summary>
    public const int BadInput = 2;

    /// <summary>The function that <c>patterns invoke</c> ran has failed, or <c>patterns redrive</c> could not replay everything.</summary>
    public const int FunctionFailed = 3;

    /// <summary>A demo was interrupted.</summary>
    public const int Interrupted = 130;
}
