namespace Cqrs.Demo;

/// <summary>A policy as the demo knows it: what was asked and answered, one thing after the other.</summary>
internal sealed record Policy(string Id, string Holder, string Line)
{
    public decimal Premium { get; set; }

    public bool IsOpen { get; set; }

    public long Version { get; set; }

    /// <summary>What the last reply said, for whoever wants to read what it wrote.</summary>
    public string Token { get; set; } = "";
}
