using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Patterns.Local.Host.Contexts;

/// <summary>Implements an interface of read-only properties that is known by name only.</summary>
/// <remarks>A property that a later version of the interface adds has the default value of its type.</remarks>
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "DispatchProxy derives from it at run time.")]
internal class PropertyProxy : DispatchProxy
{
    private IPropertySource _source = null!;

    public static object Create(Type contract, IPropertySource source)
    {
        var proxy = Create(contract, typeof(PropertyProxy));
        ((PropertyProxy)proxy)._source = source;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name.AsSpan();
        var value = name.StartsWith("get_") ? _source.Get(name[4..].ToString(), targetMethod.ReturnType) : null;
        return value ?? DefaultOf(targetMethod.ReturnType);
    }

    private static object? DefaultOf(Type type) =>
        type.IsValueType && type != typeof(void) ? Activator.CreateInstance(type) : null;
}
