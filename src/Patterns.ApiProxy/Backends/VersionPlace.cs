namespace Patterns.Backends;

/// <summary>Where a request names the version of the contract that it goes by.</summary>
public enum VersionPlace
{
    /// <summary>The first part of the path: <c>/v2/home</c>.</summary>
    Path,

    /// <summary>A header, see <see cref="BackendContract.VersionHeader"/>: <c>Api-Version: 2</c>.</summary>
    Header,

    /// <summary>A parameter of the media type: <c>Accept: application/json; version=2</c>.</summary>
    MediaType,
}
