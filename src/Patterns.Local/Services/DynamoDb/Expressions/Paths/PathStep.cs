namespace Patterns.Local.Services.DynamoDb.Expressions.Paths;

/// <summary>A step into a map by <paramref name="Name"/>, or into a list by <paramref name="Index"/> when there is no name.</summary>
internal readonly record struct PathStep(string? Name, int Index)
{
    public bool IsName => Name is not null;

    public override string ToString() => Name ?? $"[{Index}]";
}
