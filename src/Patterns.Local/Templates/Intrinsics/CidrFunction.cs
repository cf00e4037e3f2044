using System.Net;
using System.Net.Sockets;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Intrinsics;

/// <summary>Cuts an address block into smaller ones.</summary>
internal sealed class CidrFunction : IntrinsicFunction
{
    private const int MostBlocks = 256;

    protected override TemplateNode Apply(IntrinsicNode call, Folding folding)
    {
        if (Arguments(call, folding, "an address block, a count and the bits of a host", 2, 3) is not { } arguments)
        {
            return new InvalidNode(call.Location);
        }

        if (arguments.Any(argument => argument is IntrinsicNode))
        {
            return call;
        }

        return (TemplateNode?)Cut(arguments, call.Location) ?? folding.Fail(
            call.Location, $"Fn::Cidr cannot cut the block: it takes a block such as '10.0.0.0/16', a count from 1 to {MostBlocks} and host bits that fit");
    }

    private static SequenceNode? Cut(IReadOnlyList<TemplateNode> arguments, SourceLocation location)
    {
        if (!IPNetwork.TryParse((arguments[0] as ScalarNode)?.Text, out var block) || !IsCount(arguments[1], MostBlocks, out var count))
        {
            return null;
        }

        var bits = block.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var hostBits = bits == 32 ? 8 : 64;
        if (arguments.Count == 3 && !IsCount(arguments[2], bits - 1, out hostBits))
        {
            return null;
        }

        var fits = bits - block.PrefixLength - hostBits is >= 0 and var spare && (spare >= 8 || count <= 1 << spare);
        return fits ? Blocks(block.BaseAddress, bits, hostBits, count, location) : null;
    }

    private static SequenceNode Blocks(IPAddress start, int bits, int hostBits, int count, SourceLocation location) =>
        NodeFactory.List(location, Enumerable.Range(0, count).Select(index =>
            NodeFactory.Text(location, $"{Offset(start, (UInt128)index << hostBits)}/{bits - hostBits}")));

    private static IPAddress Offset(IPAddress start, UInt128 offset)
    {
        var bytes = start.GetAddressBytes();
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            offset += bytes[i];
            bytes[i] = (byte)(offset & 0xFF);
            offset >>= 8;
        }

        return new IPAddress(bytes);
    }

    private static bool IsCount(TemplateNode node, int most, out int count)
    {
        count = 0;
        return node is ScalarNode { Text: var text } && int.TryParse(text, out count) && count >= 1 && count <= most;
    }
}
