namespace Patterns.PipesAndFilters.Internal;

/// <summary>A filter that is a function.</summary>
internal sealed class FunctionFilter<TIn, TOut> : PureFilter<TIn, TOut>
{
    private readonly Func<TIn, IEnumerable<TOut>> _apply;

    public FunctionFilter(string name, Func<TIn, IEnumerable<TOut>> apply)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        _apply = apply;
    }

    public override string Name { get; }

    protected override IEnumerable<TOut> Apply(TIn message) => _apply(message);
}
