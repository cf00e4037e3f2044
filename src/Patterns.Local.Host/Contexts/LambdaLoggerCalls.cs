using System.Reflection;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host.Contexts;

/// <summary>Brings what the static and the instance logger are called with into the function's log.</summary>
internal static class LambdaLoggerCalls
{
    public static void Write(FunctionLog log, string? level, Exception? exception, string message, object?[]? arguments)
    {
        var text = MessageTemplate.Format(message, arguments);
        if (exception is not null)
        {
            text = text.Length > 0 ? $"{text}\n{exception}" : exception.ToString();
        }

        if (LogLevels.Parse(level) is { } known)
        {
            log.Write(known, text);
        }
        else
        {
            log.WriteUnleveled(level, text);
        }
    }

    /// <summary>Points the static logger of the function's own Amazon.Lambda.Core to this log, as the managed runtime does.</summary>
    public static void Redirect(Assembly core, FunctionLog log)
    {
        if (core.GetType("Amazon.Lambda.Core.LambdaLogger") is not { } logger)
        {
            return;
        }

        Set(logger, "_loggingAction", (string message) => Write(log, null, null, message, null));
        Set(logger, "_loggingWithLevelAction", (string level, string message, object[] args) => Write(log, level, null, message, args));
        Set(logger, "_loggingWithLevelAndExceptionAction", (string level, Exception exception, string message, object[] args) => Write(log, level, exception, message, args));
    }

    private static void Set(Type logger, string name, Delegate action)
    {
        var field = logger.GetField(name, BindingFlags.NonPublic | BindingFlags.Static);
        if (field?.FieldType.IsInstanceOfType(action) == true)
        {
            field.SetValue(null, action);
        }
    }
}
