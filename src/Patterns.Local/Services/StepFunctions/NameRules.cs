namespace Patterns.Local.Services.StepFunctions;

/// <summary>What names of state machines and executions may be.</summary>
internal static class NameRules
{
    private const string Forbidden = "<>{}[]?*\"#%\\^|~`$&,;:/";

    /// <exception cref="AwsException">The name is too long or has a character that names cannot have.</exception>
    public static void Check(string name)
    {
        if (name.Length == 0)
        {
            throw StepFunctionsErrors.TooShort("name");
        }

        if (name.Length > StepFunctionsLimits.NameLength)
        {
            throw StepFunctionsErrors.TooLong("name", StepFunctionsLimits.NameLength);
        }

        if (name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || Forbidden.Contains(character, StringComparison.Ordinal)))
        {
            throw StepFunctionsErrors.InvalidName(name);
        }
    }
}
