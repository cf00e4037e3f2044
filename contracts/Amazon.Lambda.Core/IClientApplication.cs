namespace Amazon.Lambda.Core;

/// <summary>A mobile application that invokes a function.</summary>
public interface IClientApplication
{
    /// <summary>The package the application comes in.</summary>
    string AppPackageName { get; }

    /// <summary>The application's title.</summary>
    string AppTitle { get; }

    /// <summary>The application's version code.</summary>
    string AppVersionCode { get; }

    /// <summary>The application's version name.</summary>
    string AppVersionName { get; }

    /// <summary>The id of this installation.</summary>
    string InstallationId { get; }
}
