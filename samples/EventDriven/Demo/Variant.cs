namespace EventDriven.Demo;

/// <summary>How a service has others do what must follow an update.</summary>
internal enum Variant
{
    /// <summary>It calls them and waits.</summary>
    Direct,

    /// <summary>It says what happened.</summary>
    Bus,
}
