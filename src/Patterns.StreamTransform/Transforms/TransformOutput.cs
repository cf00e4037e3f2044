namespace Patterns.StreamTransform;

/// <summary>One output of a transform, with what it does not take over from its input.</summary>
/// <param name="Value">The output.</param>
/// <typeparam name="TOut">What the transform puts out.</typeparam>
public readonly record struct TransformOutput<TOut>(TOut Value)
{
    /// <summary>
    /// The key inside which order is kept at the sink. Default: null, the input's. Outputs of inputs with different keys have no
    /// order among themselves, also when they are given the same one.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// What a receiver recognises a replay by. Set it only to what is the same each time the input comes. Default: null, the
    /// input's id and the output's position, for example <c>shardId-000000000000:4964…#0</c>.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The CloudEvents type. Default: null, that of <see cref="StreamTransformOptions{TOut}.Type"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents subject. Default: null, none.</summary>
    public string? Subject { get; init; }

    /// <summary>When it happened. Default: null, the input's time.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>
    /// The <see cref="StreamSink{TOut}.Name"/> of the only sink that it goes to, whatever the sinks want. Default: null, all sinks
    /// that want it.
    /// </summary>
    public string? Sink { get; init; }

    /// <summary>Attributes of your own. Default: null, none.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
