using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.OneWayChain.Internal;
using Patterns.Outbound;

namespace Patterns.OneWayChain;

/// <summary>Starts chains: sends the first message, which names its chain.</summary>
/// <remarks>
/// A message that comes to a first step without it starts a chain as well, by its message id. Guarantee: at-least-once; a chain that is
/// started again with the same id has the same message ids in every step.
/// </remarks>
/// <typeparam name="TMessage">What the first step takes.</typeparam>
public sealed class ChainStart<TMessage>
{
    private const int LongestId = 256;

    private readonly JsonTypeInfo<TMessage> _json;
    private readonly SharedOutboundWriter _first;
    private readonly ChainStartOptions _options;

    /// <summary>Makes a start; it may be used by several callers at a time.</summary>
    /// <param name="first">The queue, topic, bus or function of the first step.</param>
    /// <param name="json">How the message is written, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public ChainStart(IDestination first, JsonTypeInfo<TMessage> json, ChainStartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(json);
        _json = json;
        _options = options ?? new();
        _first = new SharedOutboundWriter(first, _options.Outbound);
    }

    /// <summary>Starts a chain. When this returns, the first step will get the message.</summary>
    /// <param name="chainId">The chain's id, at most 256 characters: best one that a caller who tries again gives again.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">The deadline.</param>
    /// <param name="correlationId">The conversation that the chain belongs to; null for the chain itself.</param>
    /// <param name="key">The key inside which a FIFO queue keeps chains in order; null for none.</param>
    /// <exception cref="SendFailedException">The chain was not started, as far as is known.</exception>
    public Task StartAsync(string chainId, TMessage message, CancellationToken cancellationToken, string? correlationId = null, string? key = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chainId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chainId.Length, LongestId);
        var start = new ChainPosition(chainId, $"{chainId}/0", 0) { CorrelationId = correlationId };
        var envelope = ChainEnvelope.At(start, JsonSerializer.SerializeToUtf8Bytes(message, _json)) with
        {
            Type = _options.Type,
            Key = key,
            TraceParent = Activity.Current?.Id,
        };
        return _first.SendAsync(envelope, cancellationToken);
    }
}
