using System.Text.Json.Serialization;

namespace Patterns.Chains.Tests.TwoWayChain;

public sealed record Question(string Text);

public sealed record Answer(string Text);

[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class QuestionJson : JsonSerializerContext;
