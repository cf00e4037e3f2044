using System.Text.Json.Serialization;

namespace Patterns.DataProcessing.Internal;

[JsonSerializable(typeof(JobReady))]
internal sealed partial class JobJson : JsonSerializerContext;
