using System.Reflection;
using System.Runtime.Loader;
using Patterns.Local.Host.Contexts;
using Patterns.Local.Host.Logging;

namespace Patterns.Local.Host.Handlers;

/// <summary>The names of Amazon.Lambda.Core that matter; the function brings the assembly, in any version or not at all.</summary>
internal static class LambdaCore
{
    public const string ContextInterface = "Amazon.Lambda.Core.ILambdaContext";
    public const string SerializerInterface = "Amazon.Lambda.Core.ILambdaSerializer";
    public const string SerializerAttribute = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    private const string AssemblyName = "Amazon.Lambda.Core";

    public static bool IsContext(Type type) => type.FullName == ContextInterface;

    /// <summary>Connects the static logger, when the function has one.</summary>
    public static void ConnectLogger(FunctionLog log)
    {
        // Asking the loader for an assembly that is absent costs an exception; the list of the closure costs nothing.
        if (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is string closure
            && closure.Contains(AssemblyName + ".dll", StringComparison.OrdinalIgnoreCase))
        {
            LambdaLoggerCalls.Redirect(AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(AssemblyName)), log);
        }
    }

    /// <summary>Creates the serializer that the method names, or else its assembly; null when neither does.</summary>
    public static object? CreateSerializer(MethodInfo method, Assembly handlerAssembly)
    {
        var type = Find(method.CustomAttributes) ?? Find(handlerAssembly.CustomAttributes);
        return type is null ? null : Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null);
    }

    private static Type? Find(IEnumerable<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeType.FullName == SerializerAttribute)
            {
                return attribute.ConstructorArguments[0].Value as Type;
            }
        }

        return null;
    }
}
