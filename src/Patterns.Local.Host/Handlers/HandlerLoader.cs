using System.Reflection;
using System.Runtime.Loader;
using Patterns.Local.Functions.Handlers;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host.Handlers;

/// <summary>Finds the method that a handler names, and constructs the object that it runs on.</summary>
internal static class HandlerLoader
{
    private const BindingFlags AnyMethod = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    public static HandlerMethod Load(string handler, FunctionLog log)
    {
        var name = HandlerName.Parse(handler, out var error) ?? throw new LambdaValidationException(Sentence(error!));
        LambdaCore.ConnectLogger(log);
        var assembly = LoadAssembly(name);
        var type = assembly.GetType(name.Type) ?? throw NoType(name, assembly);
        var method = FindMethod(name, type);
        HandlerShape.Check(name, method);
        return new HandlerMethod(method, Construct(name, type, method), LambdaCore.CreateSerializer(method, assembly), log);
    }

    private static Assembly LoadAssembly(HandlerName name)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name.Assembly));
        }
        catch (FileNotFoundException)
        {
            throw new LambdaValidationException($"The handler '{name}' names the assembly {name.Assembly}, which is not in the function's code; there is {Listed.Names(LibraryNames())}.");
        }
    }

    private static MethodInfo FindMethod(HandlerName name, Type type)
    {
        try
        {
            return type.GetMethod(name.Method, AnyMethod) ?? throw NoMethod(name, type);
        }
        catch (AmbiguousMatchException)
        {
            throw new LambdaValidationException($"The handler '{name}' is ambiguous: {type.FullName} has several methods named {name.Method}.");
        }
    }

    private static object? Construct(HandlerName name, Type type, MethodInfo method)
    {
        if (method.IsStatic)
        {
            return null;
        }

        if (type.IsAbstract || type.ContainsGenericParameters || type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new LambdaValidationException($"The handler '{name}' cannot be constructed: {type.FullName} must be a concrete class with a public constructor that takes no arguments.");
        }

        return Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null);
    }

    private static LambdaValidationException NoType(HandlerName name, Assembly assembly)
    {
        var types = new List<string>();
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.IsClass && !type.ContainsGenericParameters && (!type.IsAbstract || type.IsSealed))
            {
                types.Add(type.FullName!);
            }
        }

        return new LambdaValidationException($"The handler '{name}' names the type {name.Type}, which {name.Assembly} does not have; it has {Listed.Names(types)}.");
    }

    private static LambdaValidationException NoMethod(HandlerName name, Type type)
    {
        var methods = new List<string>();
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy))
        {
            if (method.DeclaringType != typeof(object) && !method.IsSpecialName)
            {
                methods.Add(method.Name);
            }
        }

        return new LambdaValidationException($"The handler '{name}' names the method {name.Method}, which {name.Type} does not have; it has {Listed.Names(methods)}.");
    }

    private static IEnumerable<string> LibraryNames()
    {
        var root = Environment.GetEnvironmentVariable("LAMBDA_TASK_ROOT") ?? ".";
        foreach (var file in Directory.EnumerateFiles(root, "*.deps.json"))
        {
            yield return Path.GetFileName(file)[..^".deps.json".Length];
        }
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
