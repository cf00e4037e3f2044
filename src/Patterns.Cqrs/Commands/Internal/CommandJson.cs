using System.Text.Json.Serialization;

namespace Patterns.Cqrs.Internal;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredReply))]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CommandJson : JsonSerializerContext;
