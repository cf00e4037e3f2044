using System.Reflection;
using System.Runtime.CompilerServices;
using Patterns.Local.Functions.Handlers;

namespace Patterns.Local.Host.Handlers;

/// <summary>What a handler method may look like: nothing, an event, a context, or an event and a context.</summary>
internal static class HandlerShape
{
    public static void Check(HandlerName name, MethodInfo method)
    {
        if (Problem(method) is { } problem)
        {
            throw new LambdaValidationException($"The handler '{name}' cannot be called: {problem}.");
        }
    }

    private static string? Problem(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (parameters.Length > 2 || (parameters.Length == 2 && !LambdaCore.IsContext(parameters[1].ParameterType)))
        {
            return $"it takes {parameters.Length} parameters; at most an event and an ILambdaContext can be given";
        }

        if (method.ContainsGenericParameters)
        {
            return "it is generic";
        }

        return method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false)
            ? "it is async void, so nobody would know when it ends; return Task"
            : null;
    }
}
