namespace Patterns.Local.Functions;

/// <summary>A function whose code is built and can be started from <paramref name="Directory"/>.</summary>
internal sealed record FunctionPackage(FunctionDefinition Definition, string Directory);
