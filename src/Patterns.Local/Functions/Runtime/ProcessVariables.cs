using System.Globalization;
using Patterns.Local.Services;

namespace Patterns.Local.Functions.Runtime;

/// <summary>The environment variables of a function's process: those of Lambda, the function's own, and few of this machine.</summary>
internal sealed class ProcessVariables(AwsEnvironment aws, FunctionPackage package, LaunchCommand command, string hostPath)
{
    private static readonly string[] s_ofTheMachine =
    [
        "PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TMP", "TEMP", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64",
        "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SystemRoot", "SYSTEMROOT", "PATHEXT", "COMSPEC",
    ];

    /// <summary>Fills the variables for one environment; those that Lambda reserves win over the function's own.</summary>
    public void WriteTo(IDictionary<string, string?> variables, string environmentId, string logStream)
    {
        variables.Clear();
        AddMachine(variables);
        AddDefaults(variables);
        foreach (var (name, value) in package.Definition.Environment)
        {
            variables[name] = value;
        }

        AddReserved(variables, environmentId, logStream);
    }

    private static void AddMachine(IDictionary<string, string?> variables)
    {
        foreach (var name in s_ofTheMachine)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }
    }

    private void AddDefaults(IDictionary<string, string?> variables)
    {
        variables["TZ"] = "UTC";
        variables["AWS_ENDPOINT_URL"] = aws.Endpoint;
        variables["AWS_ACCESS_KEY_ID"] = "local";
        variables["AWS_SECRET_ACCESS_KEY"] = "local";
        variables["AWS_SESSION_TOKEN"] = "local";
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables["DOTNET_TieredPGO"] = "0";
        variables["DOTNET_ROLL_FORWARD"] = command.RollForward;
        variables["DOTNET_EnableDiagnostics_IPC"] = "0";
        variables["DOTNET_NOLOGO"] = "1";
    }

    private void AddReserved(IDictionary<string, string?> variables, string environmentId, string logStream)
    {
        var definition = package.Definition;
        variables["AWS_REGION"] = aws.Region;
        variables["AWS_DEFAULT_REGION"] = aws.Region;
        variables["AWS_EXECUTION_ENV"] = "AWS_Lambda_" + definition.Runtime;
        variables["AWS_LAMBDA_RUNTIME_API"] = RuntimeApi.AddressFor(aws.Endpoint, environmentId);
        variables["AWS_LAMBDA_FUNCTION_NAME"] = definition.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = InvocationResult.Latest;
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = definition.MemoryMegabytes.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/" + definition.Name;
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream;
        variables["LAMBDA_TASK_ROOT"] = package.Directory;
        variables["_HANDLER"] = definition.Handler;
        variables["PATTERNS_PARENT_WATCH"] = "stdin";
        if (!command.IsHosted)
        {
            variables["DOTNET_STARTUP_HOOKS"] = hostPath;
        }
    }
}
