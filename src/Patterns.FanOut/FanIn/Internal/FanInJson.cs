using System.Text.Json;
using System.Text.Json.Serialization;

namespace Patterns.FanIn.Internal;

[JsonSerializable(typeof(TableChange<JsonElement>))]
internal sealed partial class FanInJson : JsonSerializerContext;
