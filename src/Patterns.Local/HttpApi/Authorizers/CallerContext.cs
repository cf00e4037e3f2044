using System.Text.Json;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>What an authorizer says about the caller, in the form of each payload format.</summary>
internal abstract class CallerContext
{
    /// <summary>Writes the member <c>authorizer</c> of a request context of format 1.0.</summary>
    public abstract void WriteV1(Utf8JsonWriter json);

    /// <summary>Writes the member <c>authorizer</c> of a request context of format 2.0.</summary>
    public abstract void WriteV2(Utf8JsonWriter json);
}
