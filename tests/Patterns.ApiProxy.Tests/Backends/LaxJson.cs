using System.Text.Json.Serialization;

namespace Patterns.ApiProxy.Tests.Backends;

/// <summary>A context that takes null, and less, for what a schema says is needed.</summary>
[JsonSerializable(typeof(Enrol))]
internal sealed partial class LaxJson : JsonSerializerContext;
