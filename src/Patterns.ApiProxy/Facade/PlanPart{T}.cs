using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Facade.Internal;

namespace Patterns.Facade;

/// <summary>A part of a plan, and what its value is.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class PlanPart<T> : PlanPart
{
    internal PlanPart(string name, IReadOnlyList<PlanPart> needs, JsonTypeInfo<T> json, PartOptions<T> options, string? cacheKey, Func<PartContext, ValueTask<T>> call)
        : base(name, needs)
    {
        Json = json;
        Options = options;
        CacheKey = cacheKey;
        Call = call;
    }

    internal JsonTypeInfo<T> Json { get; }

    internal PartOptions<T> Options { get; }

    internal string? CacheKey { get; }

    internal Func<PartContext, ValueTask<T>> Call { get; }

    internal override bool IsMandatory => Options.IsMandatory;

    internal override Task<PartOutcome> RunAsync(PlanRun run, CancellationToken cancellationToken) => new PartRun<T>(this, run).RunAsync(cancellationToken);

    internal override PartOutcome Without(PlanRun run, MissingReason reason) => new PartRun<T>(this, run).Instead(reason, null);

    internal override void Write(Utf8JsonWriter writer, object? value) => JsonSerializer.Serialize(writer, (T)value!, Json);
}
