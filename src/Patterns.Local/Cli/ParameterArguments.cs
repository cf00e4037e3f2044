namespace Patterns.Local.Cli;

/// <summary>Reads the values of <c>--parameter Name=Value</c>.</summary>
internal static class ParameterArguments
{
    /// <exception cref="UsageException">One has another form, or a name stands twice.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> arguments)
    {
        var values = new Dictionary<string, string>();
        foreach (var argument in arguments)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new UsageException($"--parameter takes Name=Value, and this is '{argument}'.");
            }

            if (!values.TryAdd(argument[..equals], argument[(equals + 1)..]))
            {
                throw new UsageException($"The parameter {argument[..equals]} is given twice.");
            }
        }

        return values;
    }
}
