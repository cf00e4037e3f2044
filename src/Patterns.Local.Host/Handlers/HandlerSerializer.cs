using System.Reflection;

namespace Patterns.Local.Host.Handlers;

/// <summary>Converts between streams and the types of a handler, with the serializer that the function names.</summary>
internal static class HandlerSerializer
{
    public static Func<Stream, object?> Reader(Type type, object? serializer, MethodInfo handler)
    {
        if (type.IsAssignableFrom(typeof(Stream)) || typeof(Stream).IsAssignableFrom(type))
        {
            return static payload => payload;
        }

        var deserialize = Method("Deserialize", type, serializer, handler);
        return payload => deserialize.Invoke(serializer, BindingFlags.DoNotWrapExceptions, null, [payload], null);
    }

    public static Action<object?, Stream> Writer(Type type, object? serializer, MethodInfo handler)
    {
        var serialize = Method("Serialize", type, serializer, handler);
        return (value, output) => serialize.Invoke(serializer, BindingFlags.DoNotWrapExceptions, null, [value, output], null);
    }

    private static MethodInfo Method(string name, Type type, object? serializer, MethodInfo handler)
    {
        if (serializer is null)
        {
            throw new LambdaValidationException(
                $"The method {handler.Name} uses {type.FullName}, and neither it nor its assembly names a serializer with [LambdaSerializer]; only Stream works without one.");
        }

        foreach (var contract in serializer.GetType().GetInterfaces())
        {
            if (contract.FullName == LambdaCore.SerializerInterface)
            {
                return contract.GetMethod(name)!.MakeGenericMethod(type);
            }
        }

        throw new LambdaValidationException($"The serializer {serializer.GetType().FullName} does not implement {LambdaCore.SerializerInterface}.");
    }
}
