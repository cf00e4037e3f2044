using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Host;

/// <summary>Lets an executable function that was not written for the runner end together with it.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this exact name, without a namespace.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        ParentWatch.Start();
    }
}
