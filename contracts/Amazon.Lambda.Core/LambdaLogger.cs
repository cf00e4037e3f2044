namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log from code that has no context at hand.</summary>
public static class LambdaLogger
{
    // Lambda's runtime client replaces these three fields by name to redirect them into its own log.
    private static Action<string> _loggingAction = Console.WriteLine;
    private static Action<string, string, object[]> _loggingWithLevelAction = WriteWithLevel;
    private static Action<string, Exception, string, object[]> _loggingWithLevelAndExceptionAction = WriteWithException;

    /// <summary>Writes <paramref name="message"/> as a line.</summary>
    public static void Log(string message) => _loggingAction(message);

    /// <summary>Writes a message template with its arguments at a level.</summary>
    public static void Log(string level, string message, params object[] args) =>
        _loggingWithLevelAction(level, message, args);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    /// <summary>Writes a message template with its arguments and an exception at a level.</summary>
    public static void Log(string level, Exception exception, string message, params object[] args) =>
        _loggingWithLevelAndExceptionAction(level, exception, message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    private static void WriteWithLevel(string level, string message, object[] args) =>
        Console.WriteLine($"{level}: {PlainLogText.Of(message, args)}");

    private static void WriteWithException(string level, Exception exception, string message, object[] args)
    {
        WriteWithLevel(level, message, args);
        Console.WriteLine(exception);
    }
}
