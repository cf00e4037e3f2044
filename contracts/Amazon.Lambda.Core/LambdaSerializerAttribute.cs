namespace Amazon.Lambda.Core;

/// <summary>Names the serializer of an assembly's handlers, or of one handler method.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class LambdaSerializerAttribute : Attribute
{
    /// <summary>Names an <see cref="ILambdaSerializer"/> with a parameterless constructor.</summary>
    public LambdaSerializerAttribute(Type serializerType) => SerializerType = serializerType;

    /// <summary>The serializer's type.</summary>
    public Type SerializerType { get; set; }
}
