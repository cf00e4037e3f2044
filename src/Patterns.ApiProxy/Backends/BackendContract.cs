using Patterns.Http.Internal;

namespace Patterns.Backends;

/// <summary>What one kind of client is promised: the versions that are served, and their operations.</summary>
/// <remarks>Make it where neither an environment nor a network is needed, so that a test can compare it with what was published.</remarks>
/// <example>
/// <code>
/// var contract = new BackendContract("web").Retired(1);
/// contract.Version(2, new Deprecation(since)).Get("home", WebJson.Default.HomeV2, HomeV2);
/// contract.Version(3).Get("home", WebJson.Default.Home, Home);
/// </code>
/// </example>
public sealed class BackendContract
{
    private readonly List<ContractVersion> _versions = [];
    private readonly HashSet<int> _retired = [];

    /// <summary>Makes a contract without a version.</summary>
    /// <param name="name">The kind of client, for metrics and the names of operations: letters, digits, <c>-</c> and <c>_</c>.</param>
    public BackendContract(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new ArgumentException($"The name must have letters, digits, '-' and '_', but is '{name}'.", nameof(name));
        }

        Name = name;
    }

    /// <summary>The kind of client.</summary>
    public string Name { get; }

    /// <summary>Where a request names its version. Default: <see cref="VersionPlace.Path"/>.</summary>
    public VersionPlace VersionIn { get; init; }

    /// <summary>The header that names the version, with <see cref="VersionPlace.Header"/>. Default: <c>Api-Version</c>.</summary>
    public string VersionHeader
    {
        get;
        init => field = HeaderRules.IsName(value) ? value : throw new ArgumentException($"'{value}' is no name of a header.", nameof(value));
    } = "Api-Version";

    /// <summary>The version of those who name none. Default: null, and they are refused with 400: nobody is moved to another version unasked.</summary>
    public int? DefaultVersion { get; init; }

    /// <summary>The versions that are served, in their order.</summary>
    public IReadOnlyList<ContractVersion> Versions => _versions;

    /// <summary>All operations of all versions that are served.</summary>
    public IEnumerable<BackendOperation> Operations => _versions.SelectMany(version => version.Operations);

    internal IEnumerable<int> Numbers => _versions.Select(version => version.Number);

    /// <summary>Adds a version.</summary>
    /// <param name="number">Its number, 0 or more, greater than those before.</param>
    /// <param name="deprecation">When it is on its way out; null for a version that is not.</param>
    /// <exception cref="ArgumentException">The number is not greater than those before, is retired, or the deprecation has its sunset before its beginning.</exception>
    public ContractVersion Version(int number, Deprecation? deprecation = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (_versions.Any(version => version.Number >= number) || _retired.Contains(number))
        {
            throw new ArgumentException($"Version {number} does not come after those before.", nameof(number));
        }

        deprecation?.Validate();
        var added = new ContractVersion(this, number, deprecation);
        _versions.Add(added);
        return added;
    }

    /// <summary>Has requests of a version that was served once answered with 410, and not as those of one that never was.</summary>
    /// <exception cref="ArgumentException">It is served.</exception>
    public BackendContract Retired(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (Numbers.Contains(number))
        {
            throw new ArgumentException($"Version {number} is served.", nameof(number));
        }

        _retired.Add(number);
        return this;
    }

    internal bool IsRetired(int number) => _retired.Contains(number);

    /// <exception cref="OptionsException">There is nothing to serve.</exception>
    internal void Validate()
    {
        var mistakes = _versions.Where(version => version.Operations.Count == 0).Select(version => $"Version {version.Number} has no operation.").ToList();
        if (_versions.Count == 0)
        {
            mistakes.Add("There is no version.");
        }

        if (DefaultVersion is { } number && !Numbers.Contains(number))
        {
            mistakes.Add($"{nameof(DefaultVersion)} must be a version that is served, but is {number}.");
        }

        if (mistakes.Count > 0)
        {
            throw new OptionsException(nameof(BackendContract), mistakes);
        }
    }
}
