using System.Text.Json.Serialization.Metadata;

namespace Patterns.Sagas;

/// <summary>Declares a saga: its steps in their order, each with what undoes it.</summary>
/// <example>
/// <code>
/// new SagaBuilder&lt;Trip&gt;("trip", TripJson.Default.Trip)
///     .Step("flight", Flights.BookAsync, undo: Flights.CancelAsync)
///     .Step("payment", Bank.ChargeAsync, undo: Bank.RefundAsync)
///     .Build()
/// </code>
/// </example>
/// <typeparam name="TState">What is known of a saga: what was asked for, and what the steps have found out.</typeparam>
public sealed class SagaBuilder<TState>
    where TState : class
{
    private const int LongestName = 70;
    private readonly string _name;
    private readonly JsonTypeInfo<TState> _json;
    private readonly List<SagaStep<TState>> _steps = [];
    private readonly List<string> _mistakes = [];

    /// <summary>Begins a declaration.</summary>
    /// <param name="name">Tells its sagas from those of others in the same table. At most 70 characters: letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="json">How a state is written and read, from a source-generated context.</param>
    public SagaBuilder(string name, JsonTypeInfo<TState> json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _name = name;
        _json = json;
        CheckName("The saga", name);
    }

    /// <summary>Adds a step.</summary>
    /// <param name="name">Its name, of the same characters as the saga's, and stored: do not change it while sagas are open.</param>
    /// <param name="run">What it does. A <see cref="SagaRefusalException"/> says that it will not, and has not.</param>
    /// <param name="undo">
    /// What undoes it, also when it is not certain that it has happened; null for a step that needs no undoing. It must leave a note where it
    /// finds nothing to undo, so that an attempt that comes late is refused.
    /// </param>
    /// <param name="options">How it is tried; null for the defaults.</param>
    public SagaBuilder<TState> Step(string name, SagaAction<TState> run, SagaAction<TState>? undo, SagaStepOptions<TState>? options = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        CheckName("A step", name);
        if (_steps.Exists(step => string.Equals(step.Name, name, StringComparison.Ordinal)))
        {
            _mistakes.Add($"Two steps have the name '{name}'.");
        }

        var tried = options ?? new();
        _mistakes.AddRange(tried.Mistakes(name));
        _steps.Add(new SagaStep<TState>(name, run, undo, tried));
        return this;
    }

    /// <summary>The declared saga.</summary>
    /// <exception cref="OptionsException">There is no step, or names or options are wrong; the message lists all mistakes.</exception>
    public SagaDefinition<TState> Build()
    {
        if (_steps.Count == 0)
        {
            _mistakes.Add("A saga needs at least one step.");
        }

        return _mistakes.Count == 0
            ? new SagaDefinition<TState>(_name, _json, [.. _steps])
            : throw new OptionsException($"Saga '{_name}'", _mistakes);
    }

    private void CheckName(string what, string name)
    {
        if (name is null or "" || name.Length > LongestName || !name.All(IsAllowed))
        {
            _mistakes.Add($"{what} must have a name of 1 to {LongestName} letters, digits, '-' and '_', but is called '{name}'.");
        }
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
