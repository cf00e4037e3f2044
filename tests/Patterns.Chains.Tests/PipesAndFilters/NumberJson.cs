using System.Text.Json.Serialization;

namespace Patterns.PipesAndFilters.Tests;

[JsonSerializable(typeof(int))]
internal sealed partial class NumberJson : JsonSerializerContext;
