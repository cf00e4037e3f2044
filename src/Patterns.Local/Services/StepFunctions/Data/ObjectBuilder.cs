namespace Patterns.Local.Services.StepFunctions.Data;

/// <summary>Collects the members of an object in the order in which their names first come.</summary>
internal sealed class ObjectBuilder
{
    private const int FewMembers = 8;

    private readonly List<KeyValuePair<string, JsonData>> _members = [];
    private Dictionary<string, int>? _places;

    public void Set(string name, JsonData value)
    {
        var place = Find(name);
        if (place >= 0)
        {
            _members[place] = new(name, value);
            return;
        }

        _places?.Add(name, _members.Count);
        _members.Add(new(name, value));
    }

    public ObjectData Build() => _members.Count == 0 ? ObjectData.Empty : new ObjectData([.. _members]);

    private int Find(string name)
    {
        if (_members.Count < FewMembers)
        {
            return _members.FindIndex(member => member.Key == name);
        }

        _places ??= _members.Select((member, index) => (member.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index);
        return _places.GetValueOrDefault(name, -1);
    }
}
