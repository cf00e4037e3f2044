using System.Text.Json.Serialization;
using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>A row that no table takes from some version on.</summary>
internal sealed class GrowingProjection(ITable table, long at, string name = "growing")
    : Projection<AccountEvent, string>(new ViewStore<string>(table, name, GrowingJson.Default.String))
{
    protected override string? Apply(string? row, StoredEvent<AccountEvent> change, ViewKey key) => new('x', change.Version < at ? 10 : 500_000);
}

[JsonSerializable(typeof(string))]
internal sealed partial class GrowingJson : JsonSerializerContext;
