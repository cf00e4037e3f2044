using System.Diagnostics;

namespace Patterns.Local.Functions.Build;

/// <summary>Publishes a project with the SDK of this machine.</summary>
internal static class DotnetPublish
{
    /// <summary>
    /// What differs from a deployment: nothing is compiled ahead of time, since that needs the target's tools, and no
    /// compiler or build server outlives the build.
    /// </summary>
    public static readonly string[] Options =
    [
        "-c", "Release", "--nologo", "-v:quiet", "-tl:off", "-clp:NoSummary", "-nodeReuse:false",
        "-p:GenerateRuntimeConfigurationFiles=true", "-p:PublishAot=false", "-p:PublishReadyToRun=false", "-p:PublishTrimmed=false",
        "-p:UseSharedCompilation=false",
    ];

    /// <summary>Variables that a surrounding build leaves behind and that would confuse this one.</summary>
    private static readonly string[] s_foreign = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    /// <exception cref="FunctionException">The build failed; the message has the errors, each with its place.</exception>
    public static async Task RunAsync(string project, string output, string shownFrom, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo(project, output))!;
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false) + await error.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new FunctionException(BuildErrors.Describe(project, text, shownFrom));
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(string project, string output)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-o", output, .. Options])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in s_foreign)
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
