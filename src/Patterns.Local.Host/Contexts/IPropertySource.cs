namespace Patterns.Local.Host.Contexts;

/// <summary>Where a <see cref="PropertyProxy"/> gets its values.</summary>
internal interface IPropertySource
{
    /// <summary>The value of the property, or null for the default of its type.</summary>
    object? Get(string name, Type type);
}
