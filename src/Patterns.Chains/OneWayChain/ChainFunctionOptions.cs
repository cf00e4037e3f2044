namespace Patterns.OneWayChain;

/// <summary>What a <see cref="ChainFunctionHandler{TIn, TOut}"/> is told of its place in the chain. The rest is in the template.</summary>
public sealed class ChainFunctionOptions
{
    /// <summary>The step's name, distinct in the chain: in ids, failure records, logs and metrics.</summary>
    public required string Step { get; init; }

    /// <summary>The CloudEvents type of the output. Default: <c>chain.step</c>.</summary>
    public string OutputType { get; init; } = "chain.step";

    /// <summary>How often a chain may be handed on before this step; beyond it the invocation fails. Default: 50.</summary>
    public int MaxHops { get; init; } = 50;

    internal ChainFunctionOptions Validated(RecordHandlerOptions? handler)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(Step) || string.IsNullOrWhiteSpace(OutputType))
        {
            mistakes.Add($"{nameof(Step)} and {nameof(OutputType)} must not be empty.");
        }

        if (MaxHops < 1)
        {
            mistakes.Add($"{nameof(MaxHops)} must be at least 1, but is {MaxHops}.");
        }

        if (handler?.FailureDestination is not null)
        {
            mistakes.Add($"{nameof(RecordHandlerOptions.FailureDestination)} must not be set: an invocation that returned would count as a success; give the function an on-failure destination.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(ChainFunctionOptions), mistakes);
    }
}
