namespace Amazon.Lambda.Core;

/// <summary>Writes to the log of the function.</summary>
/// <remarks>
/// Only <see cref="Log(string)"/> and <see cref="LogLine"/> must be implemented. All else comes down to
/// <see cref="Log(string, string, object[])"/> and <see cref="Log(string, string)"/>, which a runtime overrides to
/// filter by level and to write message templates as structured records.
/// </remarks>
public interface ILambdaLogger
{
    /// <summary>Writes <paramref name="message"/> without a line end.</summary>
    void Log(string message);

    /// <summary>Writes <paramref name="message"/> as a line.</summary>
    void LogLine(string message);

    /// <summary>Writes a message at a level; without a runtime that knows levels, as a line.</summary>
    void Log(string level, string message) => LogLine(message);

    /// <inheritdoc cref="Log(string, string)"/>
    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    /// <summary>Writes a message template with its arguments; without a runtime that knows templates, as text.</summary>
    void Log(string level, string message, params object[] args) => Log(level, PlainLogText.Of(message, args));

    /// <summary>Writes a message template with its arguments, then the exception.</summary>
    void Log(string level, Exception exception, string message, params object[] args)
    {
        Log(level, message, args);
        Log(level, exception.ToString());
    }

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    /// <inheritdoc cref="Log(string, string)"/>
    void LogTrace(string message) => Log(nameof(LogLevel.Trace), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void LogTrace(string message, params object[] args) => Log(nameof(LogLevel.Trace), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void LogTrace(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Trace), exception, message, args);

    /// <inheritdoc cref="Log(string, string)"/>
    void LogDebug(string message) => Log(nameof(LogLevel.Debug), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void LogDebug(string message, params object[] args) => Log(nameof(LogLevel.Debug), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void LogDebug(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Debug), exception, message, args);

    /// <inheritdoc cref="Log(string, string)"/>
    void LogInformation(string message) => Log(nameof(LogLevel.Information), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void LogInformation(string message, params object[] args) => Log(nameof(LogLevel.Information), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void LogInformation(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Information), exception, message, args);

    /// <inheritdoc cref="Log(string, string)"/>
    void LogWarning(string message) => Log(nameof(LogLevel.Warning), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void LogWarning(string message, params object[] args) => Log(nameof(LogLevel.Warning), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void LogWarning(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Warning), exception, message, args);

    /// <inheritdoc cref="Log(string, string)"/>
    void LogError(string message) => Log(nameof(LogLevel.Error), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void LogError(string message, params object[] args) => Log(nameof(LogLevel.Error), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void LogError(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Error), exception, message, args);

    /// <inheritdoc cref="Log(string, string)"/>
    void LogCritical(string message) => Log(nameof(LogLevel.Critical), message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void LogCritical(string message, params object[] args) => Log(nameof(LogLevel.Critical), message, args);

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void LogCritical(Exception exception, string message, params object[] args) =>
        Log(nameof(LogLevel.Critical), exception, message, args);
}
