namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Whose tokens a route takes.</summary>
/// <param name="Issuer">As it stands in the token; its signing keys are found below it.</param>
/// <param name="Audiences">One of them must be the token's audience or, where it has none, its client id.</param>
/// <param name="Source">Where requests have their token.</param>
internal sealed record JwtSettings(string Issuer, IReadOnlyList<string> Audiences, IdentitySource Source);
