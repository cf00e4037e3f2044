using System.Text;
using System.Text.Json;
using Patterns.Limits;

namespace Patterns.Workflows;

/// <summary>What every implementation of <see cref="IWorkflow"/> refuses before it asks its service: calls that can never succeed.</summary>
public static class WorkflowArguments
{
    /// <summary>The longest name of a run: 80 characters.</summary>
    /// <remarks>Source: docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html, November 2026.</remarks>
    public const int NameLength = 80;

    /// <summary>The longest name of an error: 256 characters.</summary>
    /// <remarks>Source: docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html, November 2026.</remarks>
    public const int ErrorLength = 256;

    /// <summary>The longest cause of an error: 32,768 characters.</summary>
    /// <remarks>Source: docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html, November 2026.</remarks>
    public const int CauseLength = 32_768;

    private const string Forbidden = "<>{}[]?*\"#%\\^|~`$&,;:/";
    private const int MaxDepth = 1000;

    /// <summary>Checks the name of a run.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or has a character that names cannot have.</exception>
    public static void CheckName(string runName)
    {
        ArgumentException.ThrowIfNullOrEmpty(runName);
        if (runName.Length > NameLength)
        {
            throw new ArgumentException($"The name '{runName}' has {runName.Length} characters; {NameLength} are possible.", nameof(runName));
        }

        if (runName.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || Forbidden.Contains(character, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The name '{runName}' has a space, a control character or one of {Forbidden}.", nameof(runName));
        }
    }

    /// <summary>Checks the input of a run, or the output of a task.</summary>
    /// <exception cref="ArgumentException">It is no JSON, or too long. The message does not have the text.</exception>
    public static void CheckPayload(string payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var bytes = Encoding.UTF8.GetBytes(payload);
        if (bytes.Length > ServiceLimits.StepFunctionsPayloadBytes)
        {
            throw new ArgumentException($"The payload has {bytes.Length} bytes; {ServiceLimits.StepFunctionsPayloadBytes} are possible.", nameof(payload));
        }

        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
                // Reading to the end is the check.
            }
        }
        catch (JsonException invalid)
        {
            throw new ArgumentException($"The payload is no JSON: line {invalid.LineNumber + 1}, byte {invalid.BytePositionInLine + 1}.", nameof(payload), invalid);
        }
    }

    /// <summary>Checks the answer to a task that failed.</summary>
    /// <exception cref="ArgumentException">A text is too long.</exception>
    public static void CheckFailure(string error, string cause)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(cause);
        if (error.Length > ErrorLength)
        {
            throw new ArgumentException($"The error has {error.Length} characters; {ErrorLength} are possible.", nameof(error));
        }

        if (cause.Length > CauseLength)
        {
            throw new ArgumentException($"The cause has {cause.Length} characters; {CauseLength} are possible.", nameof(cause));
        }
    }
}
