using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host.Contexts;

/// <summary>Implements every overload of the Lambda logger, of whatever version the function references.</summary>
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "DispatchProxy derives from it at run time.")]
internal class LoggerProxy : DispatchProxy
{
    private FunctionLog _log = null!;

    public static object Create(Type contract, FunctionLog log)
    {
        var proxy = Create(contract, typeof(LoggerProxy));
        ((LoggerProxy)proxy)._log = log;
        return proxy;
    }

    // The overloads are Log, LogLine and LogTrace to LogCritical: [level,] [exception,] message [, arguments].
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var next = 0;
        var level = Level(targetMethod!.Name, args!, ref next);
        var exception = NextIs(targetMethod, next, typeof(Exception)) ? (Exception?)args![next++] : null;
        var message = (string?)args![next++] ?? "";
        var arguments = next < args.Length ? (object?[]?)args[next] : null;
        LambdaLoggerCalls.Write(_log, level, exception, message, arguments);
        return null;
    }

    private static string? Level(string method, object?[] args, ref int next)
    {
        if (method is "Log" && args.Length > 1)
        {
            return args[next++]?.ToString();
        }

        return method is "Log" or "LogLine" ? nameof(LogLevel.Information) : method["Log".Length..];
    }

    private static bool NextIs(MethodInfo method, int index, Type type) => method.GetParameters()[index].ParameterType == type;
}
