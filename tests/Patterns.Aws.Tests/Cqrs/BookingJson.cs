using System.Text.Json.Serialization;

namespace Patterns.Aws.Tests.Cqrs;

[JsonSerializable(typeof(Booking))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class BookingJson : JsonSerializerContext;
