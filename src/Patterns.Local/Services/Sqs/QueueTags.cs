namespace Patterns.Local.Services.Sqs;

/// <summary>A queue's cost allocation tags.</summary>
internal sealed class QueueTags
{
    private readonly SqsLimits _limits;
    private readonly Lock _changes = new();
    private volatile Dictionary<string, string> _tags = [];

    public QueueTags(SqsLimits limits, IReadOnlyDictionary<string, string>? tags)
    {
        _limits = limits;
        if (tags is not null)
        {
            Set(tags);
        }
    }

    public IReadOnlyDictionary<string, string> All => _tags;

    public void Set(IReadOnlyDictionary<string, string> tags)
    {
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 128 || value.Length > 256)
            {
                throw SqsErrors.InvalidParameterValue("Tag keys must have 1 to 128 characters, tag values up to 256.");
            }
        }

        Replace(changed =>
        {
            foreach (var (key, value) in tags)
            {
                changed[key] = value;
            }
        });
    }

    public void Remove(IReadOnlyList<string> keys) => Replace(changed =>
    {
        foreach (var key in keys)
        {
            changed.Remove(key);
        }
    });

    private void Replace(Action<Dictionary<string, string>> change)
    {
        lock (_changes)
        {
            var changed = new Dictionary<string, string>(_tags);
            change(changed);
            _tags = changed.Count <= _limits.MaximumTags
                ? changed
                : throw SqsErrors.InvalidParameterValue($"Too many tags added for queue. Maximum number of tags is {_limits.MaximumTags}.");
        }
    }
}
