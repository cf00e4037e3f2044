namespace Patterns.Local.Services.StepFunctions.StateMachines;

/// <summary>The tags of a state machine, in the order in which they came.</summary>
internal sealed class StateMachineTags
{
    private readonly Lock _lock = new();
    private readonly List<KeyValuePair<string, string>> _tags = [];

    public IReadOnlyList<KeyValuePair<string, string>> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _tags];
            }
        }
    }

    public void Set(IEnumerable<KeyValuePair<string, string>> tags)
    {
        lock (_lock)
        {
            foreach (var tag in tags)
            {
                _tags.RemoveAll(known => known.Key == tag.Key);
                _tags.Add(tag);
            }
        }
    }

    public void Remove(IReadOnlyCollection<string> keys)
    {
        lock (_lock)
        {
            _tags.RemoveAll(known => keys.Contains(known.Key));
        }
    }
}
