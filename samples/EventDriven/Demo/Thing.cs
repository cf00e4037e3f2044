namespace EventDriven.Demo;

/// <summary>An asset or an insurance of somebody.</summary>
internal sealed record Thing(Variant Variant, string Kind, string Id, string Owner)
{
    public string Path => (Variant == Variant.Direct ? "direct/" : "") + $"{Kind}s/{Id}";
}
