using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Services.StepFunctions.Data;

/// <summary>An object; its members keep their order.</summary>
internal sealed class ObjectData : JsonData
{
    private const int FewMembers = 8;

    private readonly KeyValuePair<string, JsonData>[] _members;
    private Dictionary<string, JsonData>? _byName;
    private int _byteCount;

    internal ObjectData(KeyValuePair<string, JsonData>[] members)
    {
        _members = members;
        Depth = members.Length == 0 ? 1 : members.Max(member => member.Value.Depth) + 1;
    }

    public static ObjectData Empty { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, JsonData>> Members => _members;

    public override int Depth { get; }

    public override int ByteCount => _byteCount != 0 ? _byteCount : _byteCount = CountBytes();

    public static ObjectData Of(params ReadOnlySpan<(string Name, JsonData Value)> members)
    {
        var builder = new ObjectBuilder();
        foreach (var (name, value) in members)
        {
            builder.Set(name, value);
        }

        return builder.Build();
    }

    public bool TryGet(string name, [NotNullWhen(true)] out JsonData? value)
    {
        if (_members.Length > FewMembers)
        {
            _byName ??= _members.ToDictionary(member => member.Key, member => member.Value);
            return _byName.TryGetValue(name, out value);
        }

        foreach (var member in _members)
        {
            if (member.Key == name)
            {
                value = member.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>A copy in which the member has this value; a new member comes last.</summary>
    public ObjectData With(string name, JsonData value)
    {
        var place = Array.FindIndex(_members, member => member.Key == name);
        KeyValuePair<string, JsonData>[] members = place < 0 ? [.. _members, new(name, value)] : [.. _members];
        if (place >= 0)
        {
            members[place] = new(name, value);
        }

        return new ObjectData(members);
    }

    public override bool IsSameAs(JsonData other) =>
        other is ObjectData that && that._members.Length == _members.Length
        && _members.All(member => that.TryGet(member.Key, out var value) && member.Value.IsSameAs(value));

    public override void WriteTo(IBufferWriter<byte> buffer)
    {
        buffer.Write("{"u8);
        for (var i = 0; i < _members.Length; i++)
        {
            buffer.Write(i == 0 ? default : ","u8);
            TextData.Write(_members[i].Key, buffer);
            buffer.Write(":"u8);
            _members[i].Value.WriteTo(buffer);
        }

        buffer.Write("}"u8);
    }

    private int CountBytes()
    {
        var count = 2 + Math.Max(0, _members.Length - 1);
        foreach (var (name, value) in _members)
        {
            count += TextData.CountBytes(name) + 1 + value.ByteCount;
        }

        return count;
    }
}
