namespace Patterns.Local.Services.Sns.Wire;

/// <summary>An operation of the API: read, check, act, reply.</summary>
internal interface ISnsOperation
{
    /// <summary>The value of <c>Action</c>.</summary>
    string Name { get; }

    /// <exception cref="AwsException">The request is refused; nothing was answered yet.</exception>
    void Execute(SnsCall call);
}
