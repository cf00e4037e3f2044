using Patterns.Outbound;

namespace Patterns.StreamTransform;

/// <summary>Where the outputs of a transform go, and what they say of themselves.</summary>
/// <typeparam name="TOut">The output.</typeparam>
public sealed class StreamTransformOptions<TOut>
{
    /// <summary>The sinks, at least one. An output goes to each that wants it; one that none wants is dropped and counted.</summary>
    public IReadOnlyList<StreamSink<TOut>> Sinks { get; init; } = [];

    /// <summary>The CloudEvents type of outputs. Default: the name of the output's class.</summary>
    public string Type { get; init; } = typeof(TOut).Name;

    /// <summary>The CloudEvents source of outputs. Default: null, the function's name.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// For a multiplexer: names the source that a record comes from. The name becomes the CloudEvents source of the outputs and the
    /// beginning of their keys and ids, so that records of two sources never share one. Default: null, no name.
    /// </summary>
    public Func<RecordContext, string>? SourceId { get; init; }

    /// <summary>How the sinks are written to. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal StreamTransformOptions<TOut> Validated()
    {
        var mistakes = new List<string>();
        if (Sinks is null or [] || Sinks.Contains(null!))
        {
            mistakes.Add($"{nameof(Sinks)} must have at least one sink, and none that is null.");
        }
        else
        {
            mistakes.AddRange(Sinks.GroupBy(sink => sink.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group =>
                $"The sink name '{group.Key}' is used {group.Count()} times; give each sink its own {nameof(StreamSink<>.Name)}."));
            mistakes.AddRange(Sinks.Where(sink => sink.Timeout <= TimeSpan.Zero).Select(sink =>
                $"{nameof(StreamSink<>.Timeout)} of sink '{sink.Name}' must be more than zero, but is {sink.Timeout}."));
            mistakes.AddRange(Sinks.Where(sink => sink is { IsRest: true, When: not null }).Select(sink =>
                $"Sink '{sink.Name}' gets the rest and has a {nameof(StreamSink<>.When)}; it can have one of the two."));
        }

        if (string.IsNullOrEmpty(Type) || Source is "")
        {
            mistakes.Add($"{nameof(Type)} must not be empty, nor {nameof(Source)}.");
        }

        if (Outbound is null)
        {
            mistakes.Add($"{nameof(Outbound)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException("StreamTransformOptions", mistakes);
    }
}
