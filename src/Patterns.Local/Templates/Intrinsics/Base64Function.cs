using System.Text;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

internal sealed class Base64Function : IntrinsicFunction
{
    protected override TemplateNode Apply(IntrinsicNode call, Folding folding) => call.Argument switch
    {
        ScalarNode text => folding.Text(call.Location, Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Text))),
        IntrinsicNode => call,
        var other => folding.Fail(call.Location, $"Fn::Base64 encodes text, and this is {other.Kind}"),
    };
}
