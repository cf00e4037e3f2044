using System.Text;
using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions;

/// <summary>What inputs of executions and outputs of tasks may be.</summary>
internal static class PayloadRules
{
    /// <exception cref="AwsException"><c>InvalidExecutionInput</c>: no JSON; or it is too long.</exception>
    public static JsonData Input(string text) => Parse(text, "input", StepFunctionsErrors.InvalidExecutionInput);

    /// <exception cref="AwsException"><c>InvalidOutput</c>: no JSON; or it is too long.</exception>
    public static JsonData Output(string text) => Parse(text, "output", StepFunctionsErrors.InvalidOutput);

    private static JsonData Parse(string text, string member, Func<string, AwsException> refuse)
    {
        if (text.Length > StepFunctionsLimits.PayloadBytes)
        {
            throw StepFunctionsErrors.TooLong(member, StepFunctionsLimits.PayloadBytes);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > StepFunctionsLimits.PayloadBytes)
        {
            throw refuse(FormattableString.Invariant($"{bytes.Length} bytes are more than {StepFunctionsLimits.PayloadBytes}"));
        }

        try
        {
            return JsonData.Parse(bytes);
        }
        catch (JsonException invalid)
        {
            throw refuse(FormattableString.Invariant($"no JSON at line {invalid.LineNumber + 1}, byte {invalid.BytePositionInLine + 1}"));
        }
    }
}
