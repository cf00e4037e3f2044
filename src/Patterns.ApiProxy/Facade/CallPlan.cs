using System.Text.Json.Serialization.Metadata;

namespace Patterns.Facade;

/// <summary>The parts of one reply, and which of them need which. Parts that need nothing of each other are asked for at the same time.</summary>
public sealed class CallPlan
{
    /// <summary>The names of what a reply says about its parts.</summary>
    internal static readonly string[] Reserved = ["missing", "stale", "substituted"];

    private readonly List<PlanPart> _parts = [];

    /// <summary>The parts, in the order in which they were added.</summary>
    public IReadOnlyList<PlanPart> Parts => _parts;

    /// <summary>Adds a part.</summary>
    /// <param name="name">Its name in the reply; not <c>missing</c>, <c>stale</c> or <c>substituted</c>.</param>
    /// <param name="json">How its value is written, in the reply and in the cache.</param>
    /// <param name="call">Asks for it. It only reads: it may be made several times, and given up in the middle.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="needs">The parts whose values it reads; they were added before. Null for none.</param>
    /// <param name="cacheKey">What tells its value from others in the cache; needed with a cache. All that the value depends on belongs into it, also who asks.</param>
    /// <exception cref="ArgumentException">The name is taken or reserved, a needed part is of another plan, or there is a cache without a key.</exception>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public PlanPart<T> Add<T>(
        string name,
        JsonTypeInfo<T> json,
        Func<PartContext, ValueTask<T>> call,
        PartOptions<T>? options = null,
        IReadOnlyList<PlanPart>? needs = null,
        string? cacheKey = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(call);
        if (Reserved.Contains(name) || _parts.Exists(part => part.Name == name))
        {
            throw new ArgumentException($"The name '{name}' is taken.", nameof(name));
        }

        if (needs?.FirstOrDefault(part => !_parts.Contains(part)) is { } foreign)
        {
            throw new ArgumentException($"'{name}' needs '{foreign.Name}', which is not in this plan.", nameof(needs));
        }

        options ??= PartOptions<T>.Default;
        options.Validate();
        if (options.Cache is not null && string.IsNullOrEmpty(cacheKey))
        {
            throw new ArgumentException($"'{name}' has a cache and no key.", nameof(cacheKey));
        }

        var added = new PlanPart<T>(name, needs ?? [], json, options, cacheKey, call);
        _parts.Add(added);
        return added;
    }
}
