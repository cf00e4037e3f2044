using System.Reflection;

namespace Packages.Tests;

/// <summary>The files that the tests look at.</summary>
internal static class Repository
{
    public static readonly string[] Packages = ["Patterns.Core", "Patterns.FanOut", "Patterns.StreamTransform", "Patterns.Cqrs", "Patterns.Chains", "Patterns.ApiProxy", "Patterns.Events", "Patterns.Aws", "Patterns.Testing"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));
}
