using System.Text.Encodings.Web;
using System.Text.Json;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class ToJsonStringFunction : IntrinsicFunction
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override TemplateNode Apply(IntrinsicNode call, Folding folding) => call.Argument switch
    {
        MappingNode or SequenceNode when call.Argument.IsConstant =>
            folding.Text(call.Location, NodeJson.ToJson(call.Argument)!.ToJsonString(Plain)),
        MappingNode or SequenceNode or IntrinsicNode => call,
        var other => folding.Fail(call.Location, $"Fn::ToJsonString takes a mapping or a list, and this is {other.Kind}"),
    };
}
