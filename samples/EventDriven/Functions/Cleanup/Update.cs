using EventDriven.Functions.Http;

namespace EventDriven.Functions.Cleanup;

/// <summary>
/// What cleanup reads of <c>asset.updated.v1</c> and <c>insurance.updated.v1</c>: which version there is now. Values and premiums are none
/// of its business.
/// </summary>
public sealed record Update(string Id, int Version)
{
    public bool IsValid => Name.IsValid(Id) && Version > 0;
}
