using System.Text.Json.Serialization;

namespace Patterns.ApiProxy.Tests.Backends;

public sealed record Home(string User, string? Course, string[] Next);

public sealed record OldHome(string Greeting);

public sealed record Enrol(string Course);

public sealed record Enrolled(string Course, string User);

public sealed record Share(double Part);

public sealed record WithMissing(string Missing);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Home))]
[JsonSerializable(typeof(OldHome))]
[JsonSerializable(typeof(Enrol))]
[JsonSerializable(typeof(Enrolled))]
[JsonSerializable(typeof(Share))]
[JsonSerializable(typeof(WithMissing))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class CourseJson : JsonSerializerContext;
