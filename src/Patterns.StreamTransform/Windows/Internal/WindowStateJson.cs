using System.Text.Json.Serialization;

namespace Patterns.Windows.Internal;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WindowState))]
internal sealed partial class WindowStateJson : JsonSerializerContext;
