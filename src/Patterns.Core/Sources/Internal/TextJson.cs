using System.Text.Json.Serialization;

namespace Patterns.Sources.Internal;

[JsonSerializable(typeof(string))]
internal sealed partial class TextJson : JsonSerializerContext;
