namespace Patterns.Translation;

/// <summary>A member of an object that is a field of a form. Immutable.</summary>
public sealed record FormField
{
    /// <summary>Makes the field.</summary>
    /// <param name="name">The name in JSON.</param>
    /// <param name="scalar">The shape of its value, of each item if it is repeated.</param>
    /// <param name="fieldName">The name in the form; null for the one in JSON.</param>
    public FormField(string name, Scalar scalar, string? fieldName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(scalar);
        Name = name;
        Scalar = scalar;
        FieldName = fieldName ?? name;
    }

    /// <summary>The name in JSON.</summary>
    public string Name { get; }

    /// <summary>The shape of its value.</summary>
    public Scalar Scalar { get; }

    /// <summary>The name in the form.</summary>
    public string FieldName { get; }

    /// <summary>Whether it is an array, each item of which is a field of the name. None is read back as an empty array. Default: false.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether its absence is an error. Default: false.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What stands for null; not <see cref="NullForm.Nil"/>, which forms do not have. Default: <see cref="NullForm.Refused"/>.</summary>
    public NullForm Nulls { get; init; } = NullForm.Refused;
}
