using System.Text.Json.Serialization;

namespace Patterns.ApiProxy.Tests.Facade;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class FacadeJson : JsonSerializerContext;
