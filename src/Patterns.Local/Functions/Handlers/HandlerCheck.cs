namespace Patterns.Local.Functions.Handlers;

/// <summary>Looks, without loading any code, whether a handler names a method that can be called.</summary>
internal static class HandlerCheck
{
    /// <exception cref="FunctionException">It does not; the message says what there is instead.</exception>
    public static void Check(FunctionPackage package)
    {
        var definition = package.Definition;
        if (definition.Attached || !HandlerName.IsClassLibrary(definition.Handler))
        {
            return;
        }

        var handler = HandlerName.Parse(definition.Handler, out var problem);
        if ((problem ?? Problem(handler!, package.Directory)) is { } found)
        {
            throw new FunctionException($"{definition.HandlerLocation}: {found}.");
        }
    }

    private static string? Problem(HandlerName handler, string directory)
    {
        using var assemblies = new AssemblySet(directory);
        if (assemblies.Find(handler.Assembly) is not { } assembly)
        {
            return $"the handler '{handler}' names the assembly {handler.Assembly}, which is not in {directory}; there is {Listed.Names(assemblies.Names())}";
        }

        if (assembly.FindType(handler.Type) is not { } type)
        {
            return $"the handler '{handler}' names the type {handler.Type}, which {handler.Assembly} does not have; it has {Listed.Names(assembly.HandlerTypes())}";
        }

        return MethodProblem(handler, new TypeMethods(assemblies, type));
    }

    private static string? MethodProblem(HandlerName handler, TypeMethods methods)
    {
        var named = methods.Named(handler.Method);
        return named.Count switch
        {
            0 when methods.IsComplete => $"the handler '{handler}' names the method {handler.Method}, which {handler.Type} does not have; it has {Listed.Names(methods.PublicNames())}",
            > 1 => $"the handler '{handler}' is ambiguous: {handler.Type} has {named.Count} methods named {handler.Method}",
            1 when named[0].ParameterCount > 2 => $"the handler '{handler}' takes {named[0].ParameterCount} parameters; at most an event and an ILambdaContext can be given",
            _ => null,
        };
    }
}
